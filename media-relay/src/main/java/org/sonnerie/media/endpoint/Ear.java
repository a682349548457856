package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.player.ProgrammePlayer;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.rtp.TelephoneEventSender;

/**
 * What one endpoint hears: one outgoing stream, fed by exactly one source at a time. A voice of the
 * same codec is passed on packet by packet; everything else comes with the ticks. Keys go before
 * sound. Owned by one media thread.
 */
final class Ear implements AutoCloseable {
    /** Opus and G.711 meet at 8 kHz. */
    private static final int TRANSCODING_RATE_HZ = 8_000;

    /** How often a silent Opus stream says that it is still there (RFC 7587 section 3.1.3). */
    private static final int SILENT_OPUS_TICKS = 20;

    /** A browser would draw a cut-off voice out; some frames of silence end it. */
    private static final int ENDING_TICKS = 6;

    private final EndpointId id;
    private final Studio studio;
    private final Wire wire;
    private final OutgoingStream stream;
    private Hearing hearing = new Hearing.Nothing();
    private Input input = new Input.Silence();
    private @Nullable AgreedMedia media;
    private @Nullable AudioEncoder encoder;
    private int silentTicks;
    private TelephoneEventSender keys = new TelephoneEventSender(8_000);
    private final ToneKeySender tones = new ToneKeySender();

    Ear(EndpointId id, Studio studio, Wire wire) {
        this.id = id;
        this.studio = studio;
        this.wire = wire;
        this.stream = studio.newStream();
    }

    /** What one endpoint hears at a time. */
    sealed interface Input {
        /** Nothing. */
        record Silence() implements Input {}

        /** A voice: another's, or its own in the echo test. */
        record OneVoice(Voice voice) implements Input {}

        /** A room, which sends by itself. */
        record InRoom(Room room) implements Input {}

        /** Sounds. */
        record Playing(PlayId play, SoundPlayer player) implements Input {}
    }

    /** How it is to be spoken to from now on. */
    void agreed(AgreedMedia newMedia) {
        AgreedMedia old = media;
        media = newMedia;
        if (old == null || old.codec() != newMedia.codec()) {
            stream.clockRateHz(newMedia.clockRateHz());
            closeEncoder();
        }
        if (old == null || !old.keys().equals(newMedia.keys())) {
            keys = new TelephoneEventSender(newMedia.keys().clockRateHz());
        }
    }

    /** Whether this is what it hears already. */
    boolean hears(Hearing asked) {
        return hearing.equals(asked);
    }

    /** Replaces what is heard. */
    void hear(Hearing asked, Input next) {
        leave();
        hearing = asked;
        input = next;
        stream.interrupt();
        silentTicks = 0;
        closeEncoder();
        if (next instanceof Input.OneVoice(Voice voice)) {
            voice.heardBy(this);
        }
    }

    /** Hears nothing from now on. */
    void silence() {
        hear(new Hearing.Nothing(), new Input.Silence());
    }

    private void leave() {
        switch (input) {
            case Input.OneVoice(Voice voice) -> voice.unheardBy(this);
            case Input.InRoom(Room room) -> room.left(this);
            case Input.Playing _, Input.Silence _ -> {}
        }
    }

    /** Passes a packet of the voice heard on as it came, under our own numbers. */
    void relay(RtpPacket packet, long nowNanos) {
        AgreedMedia current = media;
        if (current == null || !ready(current)) {
            return;
        }
        if (sendsKeys()) {
            swallow(packet);
            return;
        }
        int sequence = packet.sequenceNumber();
        if (!stream.relayed(packet.ssrc(), sequence, packet.timestamp(), nowNanos)) {
            studio.counters().count(Counter.DROP_LATE);
            return;
        }
        studio.counters().count(Counter.RTP_RELAYED);
        boolean marker = stream.marker() || packet.marker();
        write(packet.buffer(), packet.payloadOffset(), packet.payloadLength());
        dispatch(current.sendType(), marker, packet.payloadLength());
    }

    /** A packet of the voice heard is not passed on. */
    void swallow(RtpPacket packet) {
        stream.swallowed(packet.ssrc(), packet.sequenceNumber());
    }

    /** A key pressed by the voice heard goes on to this endpoint; one's own key does not echo. */
    void key(EndpointId from, char digit) {
        if (!from.equals(id)) {
            digits(String.valueOf(digit));
        }
    }

    /** A key heard as a tone: that goes on as the sound it is where there is no other way. */
    void toneKey(EndpointId from, char digit) {
        AgreedMedia current = media;
        if (current != null && current.keys().sendType() != AgreedMedia.NONE) {
            key(from, digit);
        }
    }

    /** Sends keys, after those still being sent. */
    void digits(String digits) {
        AgreedMedia current = media;
        if (current == null) {
            return;
        }
        if (current.keys().sendType() == AgreedMedia.NONE) {
            tones.add(digits);
        } else {
            keys.add(digits);
        }
    }

    /** Whether keys go as tones just now. */
    boolean sendsTones() {
        return tones.active();
    }

    private boolean sendsKeys() {
        return keys.active() || tones.active();
    }

    /** Sends what this tick brings. */
    void tick(Moment moment) {
        AgreedMedia current = media;
        if (current == null) {
            return;
        }
        if (keys.active()) {
            sendKey(current, moment.nowNanos());
        } else if (tones.active()) {
            sendTone(current, moment);
        }
        switch (input) {
            case Input.OneVoice(Voice voice) -> {
                if (voice.codec() != current.codec()) {
                    transcode(voice, current, moment);
                }
            }
            case Input.Playing(PlayId play, SoundPlayer player) -> {
                if (ready(current)) {
                    play(play, player.next(current.codec(), moment.tick()), moment);
                }
            }
            case Input.Silence _ -> comfort(moment);
            case Input.InRoom _ -> {}
        }
    }

    private void sendKey(AgreedMedia current, long nowNanos) {
        boolean made =
                keys.next(stream.timestampAt(nowNanos), studio.packet(), Studio.PAYLOAD_OFFSET);
        if (made && ready(current)) {
            stream.inserted(keys.timestamp(), keys.marker());
            dispatch(current.keys().sendType(), keys.marker(), TelephoneEventSender.PAYLOAD_LENGTH);
        }
    }

    private void sendTone(AgreedMedia current, Moment moment) {
        byte[] payload = studio.payload();
        int length = tones.next(current.codec(), payload);
        if (length > 0 && ready(current)) {
            generate(current, payload, 0, length, moment);
        }
    }

    private void transcode(Voice voice, AgreedMedia current, Moment moment) {
        short[] pcm = voice.frame(TRANSCODING_RATE_HZ, moment, true);
        if (voice.idle()) {
            comfort(moment);
            return;
        }
        AudioEncoder present = encoder;
        if (present == null) {
            present = Codec.of(current.codec(), TRANSCODING_RATE_HZ).newEncoder();
            encoder = present;
        }
        studio.counters().count(Counter.ENCODINGS);
        byte[] payload = studio.payload();
        send(payload, 0, present.encode(pcm, payload, 0), moment);
    }

    /** A programme waits until the endpoint can hear it: no prompt loses its first words. */
    private void play(PlayId play, @Nullable ProgrammePlayer player, Moment moment) {
        if (player == null) {
            silence();
            studio.tell(new MediaEvent.PlayEnded(id, play));
        } else {
            send(player.payload(), player.payloadOffset(), player.payloadLength(), moment);
        }
    }

    /** Sends a frame of our own. */
    void send(byte[] payload, int offset, int length, Moment moment) {
        silentTicks = 0;
        sendFrame(payload, offset, length, moment);
    }

    private void sendFrame(byte[] payload, int offset, int length, Moment moment) {
        AgreedMedia current = media;
        if (current != null && ready(current) && !sendsKeys()) {
            generate(current, payload, offset, length, moment);
        }
    }

    private void generate(
            AgreedMedia current, byte[] payload, int offset, int length, Moment moment) {
        stream.generated(moment.tick(), moment.nowNanos());
        boolean marker = stream.marker();
        write(payload, offset, length);
        dispatch(current.sendType(), marker, length);
    }

    /** Says nothing: to a carrier, which counts on a steady stream, in full frames of silence. */
    void comfort(Moment moment) {
        AgreedMedia current = media;
        if (current != null && isSilenceDue(current, moment)) {
            byte[] payload = studio.silentPayload(current.codec());
            sendFrame(payload, 0, payload.length, moment);
        }
    }

    private boolean isSilenceDue(AgreedMedia current, Moment moment) {
        return current.codec() != AudioCodec.OPUS
                || silentTicks++ < ENDING_TICKS
                || moment.tick() % SILENT_OPUS_TICKS == 0;
    }

    private boolean ready(AgreedMedia current) {
        return current.send() && wire.open();
    }

    private void write(byte[] payload, int offset, int length) {
        System.arraycopy(payload, offset, studio.packet(), Studio.PAYLOAD_OFFSET, length);
    }

    private void dispatch(int payloadType, boolean marker, int length) {
        RtpPacket packet = studio.outgoing().format(studio.packet(), 0, length);
        packet.payloadType(payloadType).marker(marker).ssrc(stream.ssrc());
        packet.sequenceNumber(stream.sequence()).timestamp(stream.timestamp());
        stream.counted(length);
        studio.counters().count(Counter.RTP_SENT);
        wire.rtp(studio.packet(), packet.length());
    }

    @Nullable AudioCodec codec() {
        AgreedMedia current = media;
        return current == null ? null : current.codec();
    }

    OutgoingStream stream() {
        return stream;
    }

    private void closeEncoder() {
        AudioEncoder present = encoder;
        if (present != null) {
            present.close();
            encoder = null;
        }
    }

    @Override
    public void close() {
        leave();
        input = new Input.Silence();
        closeEncoder();
        tones.close();
    }

    @Override
    public String toString() {
        return input + " -> " + codec() + " -> " + wire;
    }
}
