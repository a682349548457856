package org.sonnerie.media.endpoint;

import java.util.concurrent.Executor;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.player.SoundLibrary;
import org.sonnerie.media.recorder.Recording;
import org.sonnerie.media.rtp.RtpPacket;

/**
 * The media end of one leg: what it says, what it hears, its reports and recordings. Owned by one
 * media thread.
 */
public abstract sealed class MediaEndpoint permits BrowserEndpoint, TrunkEndpoint {
    private final EndpointId id;
    private final Studio studio;
    private final Wire wire;
    private final Voice voice;
    private final Ear ear;
    private final Reports reports;
    private final Recordings recordings;
    private final SecondFacts facts;
    private final RtpPacket incoming = new RtpPacket();
    private boolean closed;

    MediaEndpoint(EndpointId id, Studio studio, Wire wire) {
        this.id = id;
        this.studio = studio;
        this.wire = wire;
        this.voice = new Voice(id, studio);
        this.ear = new Ear(id, studio, wire);
        this.reports = new Reports(studio, wire, ear.stream());
        this.recordings = new Recordings(id, studio);
        this.facts = new SecondFacts(id);
    }

    /**
     * Its name.
     *
     * @return the id
     */
    public final EndpointId id() {
        return id;
    }

    /**
     * Where it lives. From any thread; certain only on the thread that is the answer.
     *
     * @return the workbench of its thread
     */
    public final Workbench home() {
        return studio.home();
    }

    /**
     * The first half of a move, done by the thread it leaves, for all who move together.
     *
     * @param bench the other thread's
     */
    public final void moveTo(Workbench bench) {
        studio.moveTo(bench);
    }

    /** The second half: from now on it is the other thread's. */
    public final void settle() {
        studio.settle();
    }

    /**
     * Whether it was closed.
     *
     * @return true: nothing that comes for it is to be taken
     */
    public final boolean isClosed() {
        return closed;
    }

    final Studio studio() {
        return studio;
    }

    final Voice voice() {
        return voice;
    }

    final Ear ear() {
        return ear;
    }

    /** The SSRC of what it hears. */
    final int ssrc() {
        return ear.stream().ssrc();
    }

    final void agreed(AgreedMedia media) {
        voice.agreed(media);
        ear.agreed(media);
    }

    /** Sound flows, or flows again. */
    final void up() {
        studio.tell(new MediaEvent.MediaUp(id));
    }

    /** The other side is gone. */
    final void lost() {
        studio.tell(new MediaEvent.MediaLost(id));
    }

    /** The view over the packet being received. */
    final RtpPacket incoming() {
        return incoming;
    }

    final void rtcpReceived(byte[] buffer, int offset, int length, long nowNanos) {
        reports.received(buffer, offset, length, voice.statistics(), nowNanos);
    }

    /**
     * Whether it hears this already, so that saying it twice changes nothing.
     *
     * @param hearing what is asked
     * @return true: nothing is to be done
     */
    public final boolean hears(Hearing hearing) {
        return ear.hears(hearing);
    }

    /** Hears nothing from now on. */
    public final void hearNothing() {
        ear.silence();
    }

    /**
     * Hears a voice, perhaps its own.
     *
     * @param hearing what was asked
     * @param speaker whose voice
     */
    public final void hear(Hearing hearing, MediaEndpoint speaker) {
        ear.hear(hearing, new Ear.Input.OneVoice(speaker.voice));
    }

    /**
     * Enters a room.
     *
     * @param hearing what was asked
     * @param room which
     */
    public final void enter(Hearing.Room hearing, Room room) {
        ear.hear(hearing, new Ear.Input.InRoom(room));
        room.entered(id, hearing.audience(), voice, ear);
    }

    /**
     * Hears sounds.
     *
     * @param programme which
     * @param library where they are
     */
    public final void play(Hearing.Programme programme, SoundLibrary library) {
        SoundPlayer player = new SoundPlayer(library, programme.sounds(), programme.repeat());
        ear.hear(programme, new Ear.Input.Playing(programme.play(), player));
    }

    /**
     * Passes its voice on, or not.
     *
     * @param muted true: nobody hears it
     */
    public final void mute(boolean muted) {
        voice.mute(muted);
    }

    /**
     * Begins to record its voice, unless that recording began before.
     *
     * @param command which, where and how long
     * @param writers write the file, on threads of their own
     */
    public final void startRecording(MediaCommand.StartRecording command, Executor writers) {
        recordings.begin(command, writers);
    }

    /**
     * Ends a recording, if it is not over.
     *
     * @param recording which
     */
    public final void stopRecording(RecordingId recording) {
        recordings.stop(recording);
    }

    /**
     * What it says at this tick, decoded; for who asks only.
     *
     * @param moment the tick
     * @return a frame of 16-bit mono at {@link Recording#SAMPLE_RATE_HZ}, at least; valid until the
     *     next tick, not to be changed
     */
    public final short[] said(Moment moment) {
        return voice.frame(Recording.SAMPLE_RATE_HZ, moment, true);
    }

    /**
     * Sends it keys.
     *
     * @param digits of {@code 0-9 * # A-D}
     */
    public final void digits(String digits) {
        ear.digits(digits);
    }

    /**
     * Does what this tick brings; rooms send by themselves.
     *
     * @param moment the tick
     */
    public final void tick(Moment moment) {
        watch(moment.nowNanos());
        ear.tick(moment);
        if (ear.sendsTones()) {
            voice.sentTones(moment.nowNanos());
        }
        recordings.tick(voice, moment);
        voice.tidy(moment);
        reports.tick(voice.statistics(), moment.nowNanos());
    }

    /**
     * What it was like since this was last asked.
     *
     * @return counts of that time
     */
    public final EndpointFacts facts() {
        return facts.take(voice, ear.stream(), reports, wire);
    }

    /** Looks whether the other side is still there. */
    abstract void watch(long nowNanos);

    /**
     * Says goodbye and frees everything.
     *
     * @param nowNanos the time
     */
    public final void close(long nowNanos) {
        closed = true;
        recordings.close();
        reports.bye(voice.statistics(), nowNanos);
        voice.close();
        ear.close();
        closeTransport();
    }

    abstract void closeTransport();

    @Override
    public String toString() {
        return id + ": " + wire + " -> " + voice + recordings + "; " + ear;
    }
}
