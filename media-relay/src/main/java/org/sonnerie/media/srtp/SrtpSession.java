package org.sonnerie.media.srtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;
import org.jspecify.annotations.Nullable;

/**
 * Protects and unprotects the packets of one association, in place. A receiving context is kept
 * only after its first authentic packet, so forged sources fill nothing. Not thread safe: one owner
 * thread.
 */
public final class SrtpSession implements AutoCloseable {
    /** Sources kept in each direction; an audio leg has one, a few after reloads. */
    static final int MAX_SOURCES = 32;

    private static final int RTP_HEADER_BYTES = 12;
    private static final int RTCP_HEADER_BYTES = 8;
    private static final int SRTCP_INDEX_BYTES = 4;
    private static final int CSRC_BYTES = 4;

    /** jitsi-srtp would log what we count. */
    private static final Logger SILENT = new LoggerImpl("org.sonnerie.media.srtp", Level.OFF);

    private final SrtpProfile profile;
    private final SrtpContextFactory sending;
    private final SrtpContextFactory receiving;
    private final Map<Integer, SrtpCryptoContext> sendRtp = new HashMap<>();
    private final Map<Integer, SrtpCryptoContext> receiveRtp = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> sendRtcp = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> receiveRtcp = new HashMap<>();
    private final PacketRegion region = new PacketRegion();

    /**
     * Starts with fresh counters.
     *
     * @param keys of one DTLS association; never use the same twice, that would reuse keystream
     */
    public SrtpSession(SrtpKeys keys) {
        profile = keys.profile();
        sending = factory(true, keys.localKey(), keys.localSalt());
        receiving = factory(false, keys.remoteKey(), keys.remoteSalt());
    }

    /**
     * Turns an RTP packet into SRTP.
     *
     * @param buffer with {@link SrtpProfile#tailRoomBytes()} free behind the packet
     * @param offset where the packet begins
     * @param length of the RTP packet, bytes
     * @return the new length, or the code of a {@link SrtpDrop}
     */
    public int protectRtp(byte[] buffer, int offset, int length) {
        if (!hasWholeRtpHeader(buffer, offset, length)) {
            return SrtpDrop.MALFORMED.code();
        }
        checkTailRoom(buffer, offset, length);
        int ssrc = readInt(buffer, offset + 8);
        try {
            SrtpCryptoContext context = sendRtp.get(ssrc);
            if (context == null) {
                if (sendRtp.size() >= MAX_SOURCES) {
                    return SrtpDrop.TOO_MANY_SOURCES.code();
                }
                context = sending.deriveContext(ssrc, 0);
                sendRtp.put(ssrc, context);
            }
            return result(context.transformPacket(region.over(buffer, offset, length)));
        } catch (GeneralSecurityException refused) {
            return SrtpDrop.CIPHER_FAILED.code();
        }
    }

    /**
     * Checks an SRTP packet and turns it into RTP.
     *
     * @param buffer holds it; left in an undefined state when the packet is dropped
     * @param offset where the packet begins
     * @param length of the SRTP packet, bytes
     * @return the new length, or the code of a {@link SrtpDrop}
     */
    public int unprotectRtp(byte[] buffer, int offset, int length) {
        if (!hasWholeRtpHeader(buffer, offset, length - profile.tagBytes())) {
            return SrtpDrop.MALFORMED.code();
        }
        int ssrc = readInt(buffer, offset + 8);
        SrtpCryptoContext known = receiveRtp.get(ssrc);
        if (known == null && receiveRtp.size() >= MAX_SOURCES) {
            return SrtpDrop.TOO_MANY_SOURCES.code();
        }
        try {
            SrtpCryptoContext context = known == null ? receiving.deriveContext(ssrc, 0) : known;
            int result =
                    result(
                            context.reverseTransformPacket(
                                    region.over(buffer, offset, length), false));
            if (known == null && result >= 0) {
                receiveRtp.put(ssrc, context);
            }
            return result;
        } catch (GeneralSecurityException refused) {
            return SrtpDrop.NOT_AUTHENTIC.code();
        }
    }

    /**
     * Turns an RTCP compound packet into SRTCP.
     *
     * @param buffer with {@link SrtpProfile#tailRoomBytes()} free behind the packet
     * @param offset where the packet begins
     * @param length of the RTCP packet, bytes
     * @return the new length, or the code of a {@link SrtpDrop}
     */
    public int protectRtcp(byte[] buffer, int offset, int length) {
        if (length < RTCP_HEADER_BYTES || version(buffer, offset) != 2) {
            return SrtpDrop.MALFORMED.code();
        }
        checkTailRoom(buffer, offset, length);
        int ssrc = readInt(buffer, offset + 4);
        try {
            SrtcpCryptoContext context = sendRtcp.get(ssrc);
            if (context == null) {
                if (sendRtcp.size() >= MAX_SOURCES) {
                    return SrtpDrop.TOO_MANY_SOURCES.code();
                }
                context = sending.deriveControlContext(ssrc);
                sendRtcp.put(ssrc, context);
            }
            return result(context.transformPacket(region.over(buffer, offset, length)));
        } catch (GeneralSecurityException refused) {
            return SrtpDrop.CIPHER_FAILED.code();
        }
    }

    /**
     * Checks an SRTCP packet and turns it into RTCP. The one who sends it must encrypt it.
     *
     * @param buffer holds it; left in an undefined state when the packet is dropped
     * @param offset where the packet begins
     * @param length of the SRTCP packet, bytes
     * @return the new length, or the code of a {@link SrtpDrop}
     */
    public int unprotectRtcp(byte[] buffer, int offset, int length) {
        int tail = profile.tagBytes() + SRTCP_INDEX_BYTES;
        if (length < RTCP_HEADER_BYTES + tail || version(buffer, offset) != 2) {
            return SrtpDrop.MALFORMED.code();
        }
        int ssrc = readInt(buffer, offset + 4);
        SrtcpCryptoContext known = receiveRtcp.get(ssrc);
        if (known == null && receiveRtcp.size() >= MAX_SOURCES) {
            return SrtpDrop.TOO_MANY_SOURCES.code();
        }
        try {
            SrtcpCryptoContext context =
                    known == null ? receiving.deriveControlContext(ssrc) : known;
            int result =
                    result(context.reverseTransformPacket(region.over(buffer, offset, length)));
            if (known == null && result >= 0) {
                receiveRtcp.put(ssrc, context);
            }
            return result;
        } catch (GeneralSecurityException refused) {
            return SrtpDrop.NOT_AUTHENTIC.code();
        }
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        sending.close();
        receiving.close();
        sendRtp.clear();
        receiveRtp.clear();
        sendRtcp.clear();
        receiveRtcp.clear();
    }

    private int result(@Nullable SrtpErrorStatus status) {
        if (status == SrtpErrorStatus.OK) {
            return region.getLength();
        }
        if (status == SrtpErrorStatus.AUTH_FAIL) {
            return SrtpDrop.NOT_AUTHENTIC.code();
        }
        if (status == SrtpErrorStatus.REPLAY_FAIL || status == SrtpErrorStatus.REPLAY_OLD) {
            return SrtpDrop.REPLAYED.code();
        }
        return status == SrtpErrorStatus.INVALID_PACKET
                ? SrtpDrop.MALFORMED.code()
                : SrtpDrop.CIPHER_FAILED.code();
    }

    private SrtpContextFactory factory(boolean sender, byte[] key, byte[] salt) {
        return new SrtpContextFactory(sender, key, salt, policy(), policy(), SILENT);
    }

    private SrtpPolicy policy() {
        boolean gcm = profile == SrtpProfile.AEAD_AES_128_GCM;
        return new SrtpPolicy(
                gcm ? SrtpPolicy.AESGCM_ENCRYPTION : SrtpPolicy.AESCM_ENCRYPTION,
                SrtpProfile.KEY_BYTES,
                gcm ? SrtpPolicy.NULL_AUTHENTICATION : SrtpPolicy.HMACSHA1_AUTHENTICATION,
                gcm ? 0 : 20,
                profile.tagBytes(),
                profile.saltBytes());
    }

    /** Header, CSRC list and header extension all lie inside the packet (RFC 3550 section 5.1). */
    private static boolean hasWholeRtpHeader(byte[] buffer, int offset, int length) {
        if (length < RTP_HEADER_BYTES || version(buffer, offset) != 2) {
            return false;
        }
        int header = RTP_HEADER_BYTES + CSRC_BYTES * (buffer[offset] & 0x0f);
        if ((buffer[offset] & 0x10) == 0) {
            return header <= length;
        }
        if (header + 4 > length) {
            return false;
        }
        int words =
                ((buffer[offset + header + 2] & 0xff) << 8) | (buffer[offset + header + 3] & 0xff);
        return header + 4 + 4 * words <= length;
    }

    private void checkTailRoom(byte[] buffer, int offset, int length) {
        if (offset + length + profile.tailRoomBytes() > buffer.length) {
            throw new IllegalArgumentException("no tail room behind the packet");
        }
    }

    private static int version(byte[] buffer, int offset) {
        return (buffer[offset] & 0xc0) >> 6;
    }

    private static int readInt(byte[] buffer, int offset) {
        return ((buffer[offset] & 0xff) << 24)
                | ((buffer[offset + 1] & 0xff) << 16)
                | ((buffer[offset + 2] & 0xff) << 8)
                | (buffer[offset + 3] & 0xff);
    }
}
