package org.sonnerie.media.srtp;

import java.util.Optional;

/** The SRTP protection profiles we speak, best first (RFC 5764 section 4.1.2, RFC 7714). */
public enum SrtpProfile {
    /** AES-128 in Galois/counter mode, 16-byte tag (RFC 7714). */
    AEAD_AES_128_GCM(0x0007, 12, 16),
    /** AES-128 in counter mode with HMAC-SHA1, 10-byte tag (RFC 3711). */
    AES128_CM_HMAC_SHA1_80(0x0001, 14, 10);

    /** How long a master key is: both profiles use AES-128. */
    static final int KEY_BYTES = 16;

    private static final int SRTCP_INDEX_BYTES = 4;

    private final int id;
    private final int saltBytes;
    private final int tagBytes;

    SrtpProfile(int id, int saltBytes, int tagBytes) {
        this.id = id;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    /**
     * The number that stands for it in the DTLS use_srtp extension.
     *
     * @return the two-byte id
     */
    public int id() {
        return id;
    }

    /**
     * How long a master key is.
     *
     * @return bytes
     */
    public int keyBytes() {
        return KEY_BYTES;
    }

    /**
     * How long a master salt is.
     *
     * @return bytes
     */
    public int saltBytes() {
        return saltBytes;
    }

    /**
     * How long the authentication tag is.
     *
     * @return bytes
     */
    public int tagBytes() {
        return tagBytes;
    }

    /**
     * Room that must be free behind a packet before it is protected.
     *
     * @return bytes, enough for RTP and RTCP
     */
    public int tailRoomBytes() {
        return tagBytes + SRTCP_INDEX_BYTES;
    }

    /**
     * Finds a profile by its number.
     *
     * @param id as in use_srtp
     * @return the profile, if it is one of ours
     */
    public static Optional<SrtpProfile> byId(int id) {
        for (SrtpProfile profile : values()) {
            if (profile.id == id) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
