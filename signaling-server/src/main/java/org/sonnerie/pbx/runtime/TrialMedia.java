package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sonnerie.pbx.call.CallEffect;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;

/**
 * The relay as a trial call finds it: the tester's own leg has sound, all others have none. Nothing
 * is recorded. Used by the call's thread alone.
 */
final class TrialMedia implements Media {
    /** What one hears where a call would be put through: there is nobody to talk to. */
    private static final String THROUGH = "trial-through";

    /** What one hears instead of a message that was not recorded. */
    private static final CallSound NO_MESSAGE = new CallSound.Pause(1_000);

    private final Media relay;
    private final LegId tester;
    private final TrialWorld.Teller teller;
    private final Map<MessageId, Instant> recording = new HashMap<>();
    private Optional<String> language;

    /**
     * For one trial.
     *
     * @param relay the real one
     * @param tester the leg that has sound
     * @param teller takes what is made up
     * @param language of the number called; empty: the company's
     */
    TrialMedia(Media relay, LegId tester, TrialWorld.Teller teller, Optional<String> language) {
        this.language = language;
        this.relay = relay;
        this.tester = tester;
        this.teller = teller;
    }

    /** An outside caller's own exchange plays this to him until somebody answers. */
    void ringBack(CompanyPlan plan) {
        hear(plan, tester, programme(true, new CallSound.Tone(ToneKind.RING_BACK)));
    }

    @Override
    public void hear(CompanyPlan plan, LegId leg, Hears hears) {
        if (leg.equals(tester)) {
            relay.hear(plan, leg, alone(hears));
        }
    }

    private Hears alone(Hears hears) {
        return switch (hears) {
            case Hears.Other _, Hears.Room _, Hears.Together _, Hears.Supervised _ ->
                    programme(false, new CallSound.Prompt(THROUGH, language));
            case Hears.Programme(var play, var sounds, var repeat) -> {
                spoken(sounds);
                yield new Hears.Programme(
                        play, sounds.stream().map(TrialMedia::known).toList(), repeat);
            }
            case Hears.Nothing _, Hears.Itself _ -> hears;
        };
    }

    /**
     * What is said by the trial itself is in the language in which the last words began: a menu
     * offers other languages at its end, each in that language.
     */
    private void spoken(List<CallSound> sounds) {
        sounds.stream()
                .filter(CallSound.Prompt.class::isInstance)
                .map(CallSound.Prompt.class::cast)
                .findFirst()
                .ifPresent(first -> language = first.language());
    }

    private static CallSound known(CallSound sound) {
        return sound instanceof CallSound.Message ? NO_MESSAGE : sound;
    }

    private Hears programme(boolean repeat, CallSound sound) {
        return new Hears.Programme(new PlayId(tester.text() + "-trial"), List.of(sound), repeat);
    }

    @Override
    public void mute(LegId leg, boolean muted) {
        if (leg.equals(tester)) {
            relay.mute(leg, muted);
        }
    }

    @Override
    public void startRecording(LegId leg, MessageId message, Path file) {
        recording.put(message, teller.now());
    }

    @Override
    public void startNameRecording(LegId leg, MessageId name, Path file) {
        startRecording(leg, name, file);
    }

    @Override
    public void stopRecording(LegId leg, MessageId message) {
        Instant now = teller.now();
        Instant since = recording.remove(message);
        if (since != null) {
            Duration length = Duration.between(since, now);
            teller.tell(
                    new CallEvent.MessageRecorded(
                            now,
                            leg,
                            message,
                            length.compareTo(CallEffect.LONGEST_MESSAGE) < 0
                                    ? length
                                    : CallEffect.LONGEST_MESSAGE));
        }
    }

    @Override
    public void beginRecording(RecordingId recording, Path file, int channels) {}

    @Override
    public void recordFrom(RecordingId recording, List<LegId> left, List<LegId> right) {}

    @Override
    public void recordRoom(CompanyPlan plan, RecordingId recording, RoomId room) {}

    @Override
    public void finishRecording(RecordingId recording) {}

    @Override
    public void close(LegId leg) {
        if (leg.equals(tester)) {
            relay.close(leg);
        }
    }

    @Override
    public CompletableFuture<String> answerBrowser(LegId leg, String offer) {
        return CompletableFuture.failedFuture(new BadSdp("a trial has one browser"));
    }

    @Override
    public CompletableFuture<String> answerTrunk(LegId leg, String offer, TrunkSource source) {
        return CompletableFuture.completedFuture("");
    }

    @Override
    public CompletableFuture<String> offerTrunk(LegId leg, TrunkSource source) {
        return CompletableFuture.completedFuture("");
    }

    @Override
    public void applyTrunkAnswer(LegId leg, String answer) {}

    @Override
    public void sendDigits(LegId leg, String digits) {}

    @Override
    public void playInRoom(CompanyPlan plan, RoomId room, List<CallSound> sounds) {}
}
