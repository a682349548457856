package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.call.RecordingEvent;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.quality.LegSecond;

/** Brings what the relay tells to the call concerned. Thread safe. */
final class MediaDesk implements MediaSink {
    private final LiveCalls calls;
    private final Mailboxes mailboxes;
    private final CallRecordings recordings;
    private final Consumer<Map<LegId, LegSecond>> recorder;
    private final RoomKeeper rooms;
    private final RoomRecordings roomRecordings;

    MediaDesk(
            LiveCalls calls,
            Mailboxes mailboxes,
            CallRecordings recordings,
            RoomKeeper rooms,
            RoomRecordings roomRecordings,
            Consumer<Map<LegId, LegSecond>> recorder) {
        this.calls = calls;
        this.mailboxes = mailboxes;
        this.recordings = recordings;
        this.rooms = rooms;
        this.roomRecordings = roomRecordings;
        this.recorder = recorder;
    }

    @Override
    public void recordingEnded(LegId leg, MessageId message, Duration length) {
        mailboxes.recorded(message, length);
        calls.of(leg)
                .ifPresent(live ->
                        live.loop()
                                .post(
                                        new CallEvent.MessageRecorded(
                                                live.loop().now(), leg, message, length)));
    }

    @Override
    public void callRecordingClosed(RecordingId recording, Duration length, boolean failed) {
        recordings.closed(recording, length, failed);
        roomRecordings.roomOf(recording).ifPresent(rooms::recordingFailed);
        calls.recordedAs(recording)
                .ifPresent(live ->
                        live.loop()
                                .post(
                                        new RecordingEvent.RecordingClosed(
                                                live.loop().now(), recording, failed)));
    }

    @Override
    public void secondPassed(Map<LegId, LegSecond> legs) {
        recorder.accept(legs);
    }

    @Override
    public void mediaUp(LegId leg) {
        personsCall(leg)
                .ifPresent(live -> {
                    live.heard(leg);
                    live.loop().post(new CallEvent.PageReturned(live.loop().now(), leg));
                });
    }

    @Override
    public void mediaLost(LegId leg) {
        personsCall(leg)
                .ifPresent(live -> {
                    live.silent(leg);
                    live.loop().post(new CallEvent.PageLost(live.loop().now(), leg));
                });
        calls.of(leg).filter(live -> isGuests(live, leg)).ifPresent(live -> end(live, leg));
    }

    /** A guest has a page, and is nobody who could come back on another. */
    private static boolean isGuests(LiveCall live, LegId leg) {
        return live.viewOf(leg).isEmpty() && live.carrier(leg).isPresent();
    }

    private static void end(LiveCall live, LegId leg) {
        live.loop().post(new CallEvent.LegEnded(live.loop().now(), leg, EndReason.PAGE_LOST));
    }

    private Optional<LiveCall> personsCall(LegId leg) {
        return calls.of(leg).filter(live -> live.viewOf(leg).isPresent());
    }

    @Override
    public void speaks(LegId leg, boolean speaks) {
        rooms.spoke(leg, speaks);
    }

    @Override
    public void digitPressed(LegId leg, char digit) {
        calls.of(leg).ifPresent(live -> live.loop().press(leg, digit));
    }

    @Override
    public void playEnded(LegId leg, PlayId play) {
        calls.of(leg)
                .ifPresent(live ->
                        live.loop().post(new CallEvent.PlayEnded(live.loop().now(), leg, play)));
    }

    @Override
    public void mediaRefused(LegId leg) {
        calls.of(leg)
                .ifPresent(live ->
                        live.loop()
                                .post(
                                        new CallEvent.LegEnded(
                                                live.loop().now(), leg, EndReason.NO_MEDIA)));
    }
}
