package org.sonnerie.media.api;

/** The codecs a trunk may be offered, in the names of RFC 3551 and RFC 7587. */
public enum AudioCodec {
    /** RFC 7587, 48 kHz clock. */
    OPUS,
    /** G.711 A-law, RFC 3551 payload type 8. */
    PCMA,
    /** G.711 µ-law, RFC 3551 payload type 0. */
    PCMU
}
