package org.sonnerie.pbx.signaling;

/** Why a WebSocket is closed (docs/protocol.md). */
enum CloseCode {
    /** The page said good-bye. */
    GOODBYE(1000),
    /** The server stops. */
    SERVER_STOPS(1001),
    /** The session is over, or the ticket was bad. */
    NOT_LOGGED_IN(4001),
    /** Not this protocol. */
    PROTOCOL_ERROR(4002),
    /** Too many messages. */
    TOO_MANY(4003),
    /** The page does not take what it is sent. */
    TOO_FAR_BEHIND(4004),
    /** The person has as many pages as one may have. */
    TOO_MANY_PAGES(4005);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    /**
     * The number in the close frame (RFC 6455 section 7.4).
     *
     * @return 1000 to 4999
     */
    int number() {
        return number;
    }
}
