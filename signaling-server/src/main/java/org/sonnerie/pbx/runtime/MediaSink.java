package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.Map;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.quality.LegSecond;

/** What the media relay tells the runtime. Thread safe; returns at once. */
public interface MediaSink {
    /**
     * Sound can flow.
     *
     * @param leg whose
     */
    void mediaUp(LegId leg);

    /**
     * The far end of the path is gone.
     *
     * @param leg whose
     */
    void mediaLost(LegId leg);

    /**
     * Somebody in a room begins or ceases to be one of the few who are heard.
     *
     * @param leg who
     * @param speaks true: he speaks
     */
    void speaks(LegId leg, boolean speaks);

    /**
     * A key was pressed.
     *
     * @param leg whose
     * @param digit which
     */
    void digitPressed(LegId leg, char digit);

    /**
     * A programme is over.
     *
     * @param leg who heard it
     * @param play which
     */
    void playEnded(LegId leg, PlayId play);

    /**
     * A recording is on the disk, or there is none. Told once, also after the leg's end.
     *
     * @param leg who spoke
     * @param message which
     * @param length zero: nothing was said, or it failed
     */
    void recordingEnded(LegId leg, MessageId message, Duration length);

    /**
     * The file of a call's or a conference's recording is closed. Told once, also after the call's
     * end.
     *
     * @param recording which
     * @param length how long it is
     * @param failed it could not be written to its end
     */
    void callRecordingClosed(RecordingId recording, Duration length, boolean failed);

    /**
     * A second has passed.
     *
     * @param legs what it was like for each leg that has an endpoint
     */
    void secondPassed(Map<LegId, LegSecond> legs);

    /**
     * An answer the carrier sent cannot be used.
     *
     * @param leg whose
     */
    void mediaRefused(LegId leg);
}
