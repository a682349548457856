package org.sonnerie.pbx.signaling;

/** What a guest's page can say (docs/protocol.md): no more than to be in its room. */
sealed interface GuestMessage {
    /** The longest name, in characters. */
    int LONGEST_NAME = 60;

    /** The message's id: a positive number, growing. */
    long id();

    /** Comes to the room. The first message. */
    record Join(long id, String token, String name, String sdp) implements GuestMessage {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Join[" + id + "]";
        }
    }

    /** Wants not to be heard, or to be heard again. */
    record Mute(long id, boolean muted) implements GuestMessage {}

    /** Leaves. */
    record Leave(long id) implements GuestMessage {}

    /** It is none; the page is told why. */
    record Bad(long id, ErrorCode code, String why) implements GuestMessage {}
}
