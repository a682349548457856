package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.Media;

/**
 * A relay without sound: answers every offer but the one that says "bad", "slow" when told to, and
 * remembers who hears what.
 */
public final class FakeMedia implements Media {
    public final Map<LegId, Hears> hearing = new ConcurrentHashMap<>();
    public final Set<LegId> open = ConcurrentHashMap.newKeySet();
    public final CompletableFuture<String> slow = new CompletableFuture<>();
    public final Set<String> asked = ConcurrentHashMap.newKeySet();
    public final Set<LegId> muted = ConcurrentHashMap.newKeySet();
    public final Set<LegId> closed = ConcurrentHashMap.newKeySet();
    public final Map<LegId, String> digits = new ConcurrentHashMap<>();
    public final Map<MessageId, LegId> recorded = new ConcurrentHashMap<>();
    public final List<List<CallSound>> inRooms = new CopyOnWriteArrayList<>();
    public final Map<RecordingId, String> recordings = new ConcurrentHashMap<>();
    private volatile boolean broken;

    /** From now on it fails whenever a leg is to hear something. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public CompletableFuture<String> answerBrowser(LegId leg, String offer) {
        if (offer.equals("bad")) {
            return CompletableFuture.failedFuture(new BadSdp("MALFORMED"));
        }
        open.add(leg);
        asked.add(offer);
        return offer.equals("slow") ? slow : CompletableFuture.completedFuture("answer to " + leg);
    }

    @Override
    public CompletableFuture<String> answerTrunk(LegId leg, String offer, TrunkSource source) {
        return answerBrowser(leg, offer);
    }

    @Override
    public CompletableFuture<String> offerTrunk(LegId leg, TrunkSource source) {
        return CompletableFuture.completedFuture("offer of " + leg);
    }

    @Override
    public void applyTrunkAnswer(LegId leg, String answer) {}

    @Override
    public void hear(CompanyPlan plan, LegId leg, Hears hears) {
        if (broken) {
            throw new IllegalStateException("the relay broke, on purpose");
        }
        hearing.put(leg, hears);
    }

    @Override
    public void mute(LegId leg, boolean on) {
        if (on) {
            muted.add(leg);
        } else {
            muted.remove(leg);
        }
    }

    @Override
    public void beginRecording(RecordingId recording, Path file, int channels) {
        recordings.put(recording, channels + " channels");
    }

    @Override
    public void recordFrom(RecordingId recording, List<LegId> left, List<LegId> right) {
        recordings.put(recording, left + " | " + right);
    }

    @Override
    public void recordRoom(CompanyPlan plan, RecordingId recording, RoomId room) {
        recordings.put(recording, "room " + room);
    }

    @Override
    public void finishRecording(RecordingId recording) {
        recordings.put(recording, "over");
    }

    @Override
    public void sendDigits(LegId leg, String sent) {
        digits.merge(leg, sent, String::concat);
    }

    @Override
    public void playInRoom(CompanyPlan plan, RoomId room, List<CallSound> sounds) {
        inRooms.add(sounds);
    }

    @Override
    public void startRecording(LegId leg, MessageId message, Path file) {
        recorded.put(message, leg);
    }

    @Override
    public void startNameRecording(LegId leg, MessageId name, Path file) {
        startRecording(leg, name, file);
    }

    @Override
    public void stopRecording(LegId leg, MessageId message) {
        recorded.remove(message);
    }

    @Override
    public void close(LegId leg) {
        closed.add(leg);
        open.remove(leg);
        hearing.remove(leg);
    }
}
