package org.sonnerie.media.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.AudioLevel;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.jitter.JitterStatistics;
import org.sonnerie.media.rtp.ReceptionStatistics;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.rtp.TelephoneEventReceiver;

/**
 * What one endpoint says: authentic RTP in; out of it keys, packets for those who are relayed it,
 * and PCM for those who need that. Decodes only for who asks. Owned by one media thread.
 */
final class Voice implements AutoCloseable {
    /** Below this a frame can be left out unnoticed. */
    private static final int QUIET_LEVEL = 60;

    private final EndpointId id;
    private final Studio studio;
    private final Set<Ear> listeners = new LinkedHashSet<>();
    private final List<DecodedVoice> playouts = new ArrayList<>(1);
    private TelephoneEventReceiver keys = new TelephoneEventReceiver();
    private @Nullable InBandKeys tones;
    private @Nullable AgreedMedia media;
    private @Nullable ReceptionStatistics statistics;
    private boolean muted;
    private int loudestLevel = AudioLevel.SILENCE;
    private boolean declaresLevel;
    private int voiced;

    Voice(EndpointId id, Studio studio) {
        this.id = id;
        this.studio = studio;
    }

    /** What its packets are from now on. */
    void agreed(AgreedMedia newMedia) {
        AgreedMedia old = media;
        media = newMedia;
        if (old == null || old.codec() != newMedia.codec()) {
            statistics = new ReceptionStatistics(newMedia.clockRateHz());
            closePlayouts();
        }
        InBandKeys present = tones;
        if (present == null || !newMedia.keys().inBand() || !present.isOf(newMedia.codec())) {
            closeTones();
            tones =
                    newMedia.keys().inBand()
                            ? new InBandKeys(newMedia.codec(), studio.counters())
                            : null;
        }
    }

    /** The endpoint's sender has begun anew (a reloaded page). */
    void restarted() {
        AgreedMedia current = media;
        keys = new TelephoneEventReceiver();
        if (current != null) {
            statistics = new ReceptionStatistics(current.clockRateHz());
        }
        closePlayouts();
    }

    /**
     * Whether a payload type is one of those agreed.
     *
     * @param payloadType of a packet
     * @return false: not to be taken for this endpoint's
     */
    boolean accepts(int payloadType) {
        AgreedMedia current = media;
        return current != null
                && (payloadType == current.receiveType()
                        || payloadType == current.keys().receiveType());
    }

    /** The receive path above the transport: keys aside, then to all who hear it. */
    void received(RtpPacket packet, long nowNanos) {
        AgreedMedia current = media;
        ReceptionStatistics statistic = statistics;
        if (current == null || statistic == null || !accepts(packet.payloadType())) {
            studio.counters().count(Counter.DROP_PAYLOAD_TYPE);
            return;
        }
        studio.counters().count(Counter.RTP_RECEIVED);
        statistic.onPacket(packet, nowNanos);
        if (packet.payloadType() == current.keys().receiveType()) {
            key(packet);
            return;
        }
        InBandKeys present = tones;
        if (present != null) {
            present.hear(packet, nowNanos, this::tone);
        }
        if (muted) {
            swallow(packet);
        } else {
            pass(packet, current, nowNanos);
        }
    }

    private void tone(char digit) {
        studio.tell(new MediaEvent.DigitPressed(id, digit));
        for (Ear listener : listeners) {
            listener.toneKey(id, digit);
        }
    }

    /** Tones are sent to the endpoint: their echo is no key. */
    void sentTones(long nowNanos) {
        InBandKeys present = tones;
        if (present != null) {
            present.sent(nowNanos);
        }
    }

    private void key(RtpPacket packet) {
        swallow(packet);
        char digit = keys.receive(packet);
        if (digit == TelephoneEventReceiver.NOTHING) {
            return;
        }
        studio.tell(new MediaEvent.DigitPressed(id, digit));
        for (Ear listener : listeners) {
            listener.key(id, digit);
        }
    }

    private void swallow(RtpPacket packet) {
        for (Ear listener : listeners) {
            listener.swallow(packet);
        }
        for (DecodedVoice playout : playouts) {
            playout.skip(packet);
        }
    }

    private void pass(RtpPacket packet, AgreedMedia current, long nowNanos) {
        boolean quiet = noteLevel(packet, current);
        voiced += quiet || isFaint(packet, current) ? 0 : 1;
        for (Ear listener : listeners) {
            if (listener.codec() == current.codec()) {
                listener.relay(packet, nowNanos);
            }
        }
        for (DecodedVoice playout : playouts) {
            playout.put(packet, quiet, nowNanos);
        }
    }

    /** Whether the payload itself shows that there is nothing to hear; no decoding. */
    private boolean isFaint(RtpPacket packet, AgreedMedia current) {
        return !declaresLevel
                && Codec.isQuiet(
                        current.codec(),
                        packet.buffer(),
                        packet.payloadOffset(),
                        packet.payloadLength());
    }

    /**
     * What was counted since this was last asked.
     *
     * @param voiced packets with something to hear
     * @param late packets whose time was over, where the voice is decoded
     * @param concealed takes of 20 ms made up, likewise
     */
    record Taken(int voiced, int late, int concealed) {}

    Taken taken() {
        int late = 0;
        int concealed = 0;
        for (DecodedVoice playout : playouts) {
            JitterStatistics now = playout.statistics();
            late = Math.max(late, playout.takeLate(now));
            concealed = Math.max(concealed, playout.takeConcealed(now));
        }
        Taken taken = new Taken(voiced, late, concealed);
        voiced = 0;
        return taken;
    }

    /** Whether the sender declares that nobody would miss it. */
    private boolean noteLevel(RtpPacket packet, AgreedMedia current) {
        int level =
                current.audioLevelExtension() == AgreedMedia.NONE
                        ? AgreedMedia.NONE
                        : packet.audioLevel(current.audioLevelExtension());
        declaresLevel = level >= 0;
        if (declaresLevel) {
            loudestLevel = Math.min(loudestLevel, level);
        }
        return level > QUIET_LEVEL;
    }

    /**
     * The loudest level its sender declared since the last call (RFC 6464).
     *
     * @return 0 to 127; {@link AgreedMedia#NONE} if it must be measured
     */
    int takeLevel() {
        int level = declaresLevel ? loudestLevel : AgreedMedia.NONE;
        loudestLevel = AudioLevel.SILENCE;
        return level;
    }

    /** What was said before does not count. */
    void forgetLevel() {
        loudestLevel = AudioLevel.SILENCE;
    }

    /**
     * This tick's frame of the voice.
     *
     * @param sampleRateHz 8,000 or 16,000
     * @param moment the tick
     * @param decode false: the frame is let go, undecoded, and silence comes back
     * @return a full frame, valid until the next tick; not to be changed
     */
    short[] frame(int sampleRateHz, Moment moment, boolean decode) {
        AgreedMedia current = media;
        if (current == null) {
            return studio.silence();
        }
        for (DecodedVoice playout : playouts) {
            if (playout.sampleRateHz() == sampleRateHz) {
                return playout.frame(moment, decode);
            }
        }
        DecodedVoice added = new DecodedVoice(current.codec(), sampleRateHz, studio);
        playouts.add(added);
        return added.frame(moment, decode);
    }

    /** Whether its sender has been sending nothing at all, as far as anybody decodes it. */
    boolean idle() {
        for (DecodedVoice playout : playouts) {
            if (!playout.idle()) {
                return false;
            }
        }
        return true;
    }

    /** Ends decoding for which nobody asked lately. */
    void tidy(Moment moment) {
        for (int i = playouts.size() - 1; i >= 0; i--) {
            if (playouts.get(i).unusedAt(moment)) {
                playouts.remove(i).close();
            }
        }
    }

    void heardBy(Ear listener) {
        listeners.add(listener);
    }

    void unheardBy(Ear listener) {
        listeners.remove(listener);
    }

    void mute(boolean silent) {
        muted = silent;
    }

    @Nullable AudioCodec codec() {
        AgreedMedia current = media;
        return current == null ? null : current.codec();
    }

    @Nullable ReceptionStatistics statistics() {
        return statistics;
    }

    private void closeTones() {
        InBandKeys present = tones;
        if (present != null) {
            present.close();
            tones = null;
        }
    }

    private void closePlayouts() {
        playouts.forEach(DecodedVoice::close);
        playouts.clear();
    }

    /** Nobody hears it any more. */
    @Override
    public void close() {
        closeTones();
        closePlayouts();
        for (Ear listener : List.copyOf(listeners)) {
            listener.silence();
        }
        listeners.clear();
    }

    @Override
    public String toString() {
        return "Voice(" + codec() + (muted ? ", muted" : "") + ") -> " + playouts;
    }
}
