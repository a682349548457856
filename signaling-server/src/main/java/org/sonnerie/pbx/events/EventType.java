package org.sonnerie.pbx.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What programs can be told of. */
public enum EventType {
    /** A call rings at a person's phone, or his own call rings at the other end. */
    CALL_RINGING,
    /** A person's call was answered, by him or by the other end. */
    CALL_ANSWERED,
    /** A call is over. */
    CALL_ENDED,
    /** Somebody left a message. */
    VOICEMAIL_RECEIVED;

    /**
     * As it is written.
     *
     * @return such as {@code call.ringing}
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /**
     * Reads one.
     *
     * @param text such as {@code call.ringing}
     * @return empty: there is no such type
     */
    public static Optional<EventType> read(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }
}
