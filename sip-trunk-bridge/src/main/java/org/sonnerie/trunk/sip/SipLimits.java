package org.sonnerie.trunk.sip;

/** Sizes beyond which a message is not read. */
public final class SipLimits {
    /** A whole message, in octets. */
    public static final int MESSAGE = 65_536;

    /** Start line and header fields together, in octets. */
    public static final int HEAD = 32_768;

    /** One header field, folds joined, in octets. */
    public static final int LINE = 8_192;

    /** Header fields in one message. */
    public static final int HEADERS = 200;

    /** Via elements in one message: as many as Max-Forwards starts with. */
    public static final int VIAS = 70;

    private SipLimits() {}
}
