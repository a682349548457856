package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * The media relay as the runtime sees it: each leg has one endpoint, named like the leg. Thread
 * safe; nothing here blocks. A negotiation that fails completes its future with {@link BadSdp}.
 */
public interface Media {
    /**
     * Answers a browser's offer; creates the leg's endpoint or gives it new transport.
     *
     * @param leg whose
     * @param offer SDP
     * @return the answer
     */
    CompletableFuture<String> answerBrowser(LegId leg, String offer);

    /**
     * Answers a carrier's offer.
     *
     * @param leg whose
     * @param offer SDP
     * @param source over which trunk and from where
     * @return the answer
     */
    CompletableFuture<String> answerTrunk(LegId leg, String offer, TrunkSource source);

    /**
     * Makes an offer for a carrier.
     *
     * @param leg whose
     * @param source over which trunk and where to
     * @return the offer
     */
    CompletableFuture<String> offerTrunk(LegId leg, TrunkSource source);

    /**
     * Applies a carrier's answer, early or final.
     *
     * @param leg whose
     * @param answer SDP
     */
    void applyTrunkAnswer(LegId leg, String answer);

    /**
     * Says what a leg hears.
     *
     * @param plan whose language, country and music are used
     * @param leg who hears
     * @param hears what
     */
    void hear(CompanyPlan plan, LegId leg, Hears hears);

    /**
     * Says whether a leg's voice is passed on.
     *
     * @param leg whose
     * @param muted true: nobody hears it
     */
    void mute(LegId leg, boolean muted);

    /**
     * Sends keys.
     *
     * @param leg who receives them
     * @param digits 0-9 * # A-D
     */
    void sendDigits(LegId leg, String digits);

    /**
     * Plays sounds to everybody in a room.
     *
     * @param plan whose room
     * @param room which
     * @param sounds in order
     */
    void playInRoom(CompanyPlan plan, RoomId room, List<CallSound> sounds);

    /**
     * Records what a leg says, for at most {@code CallEffect.LONGEST_MESSAGE}, or until it has been
     * silent for long.
     *
     * @param leg whose voice
     * @param message its name
     * @param file where to; must not exist yet
     */
    void startRecording(LegId leg, MessageId message, Path file);

    /**
     * Records what a leg says as a name, for at most {@code NameEffect.LONGEST}, or until it
     * pauses.
     *
     * @param leg whose voice
     * @param name names the recording
     * @param file where to; must not exist yet
     */
    void startNameRecording(LegId leg, MessageId name, Path file);

    /**
     * Ends a recording.
     *
     * @param leg whose voice
     * @param message which
     */
    void stopRecording(LegId leg, MessageId message);

    /**
     * Begins the recording of a call or a conference; nobody is in it yet.
     *
     * @param recording its name
     * @param file where to; must not exist yet
     * @param channels 2: each side by itself; 1: a conference
     */
    void beginRecording(RecordingId recording, Path file, int channels);

    /**
     * Says whose voices are recorded from now on.
     *
     * @param recording which
     * @param left who is on the left channel
     * @param right who is on the right one; with nobody on either it is silent
     */
    void recordFrom(RecordingId recording, List<LegId> left, List<LegId> right);

    /**
     * Records what is heard in a room from now on.
     *
     * @param plan whose room
     * @param recording which
     * @param room which
     */
    void recordRoom(CompanyPlan plan, RecordingId recording, RoomId room);

    /**
     * Ends the recording of a call or a conference.
     *
     * @param recording which
     */
    void finishRecording(RecordingId recording);

    /**
     * Ends a leg's endpoint.
     *
     * @param leg whose
     */
    void close(LegId leg);

    /**
     * Where a trunk leg's signalling is.
     *
     * @param plan the company's
     * @param trunk which trunk
     * @param address IP literal or host of the carrier's signalling
     */
    record TrunkSource(CompanyPlan plan, TrunkId trunk, String address) {}

    /** An SDP that cannot be used. */
    final class BadSdp extends RuntimeException {
        /**
         * Says what is wrong.
         *
         * @param reason in a word, no part of the SDP
         */
        public BadSdp(String reason) {
            super(reason, null, false, false);
        }
    }
}
