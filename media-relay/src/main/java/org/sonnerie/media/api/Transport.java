package org.sonnerie.media.api;

/** How packets come and go. */
public enum Transport {
    /** Datagrams. */
    UDP,
    /** Frames on a connection (RFC 4571), where a network lets no datagrams through. */
    TCP
}
