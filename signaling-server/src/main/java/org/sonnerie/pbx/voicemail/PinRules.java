package org.sonnerie.pbx.voicemail;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which PINs a mailbox may have. Pure. */
final class PinRules {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");

    /** Rows of keys, from which runs are taken. */
    private static final String UP = "01234567890";

    private static final String DOWN = "09876543210";

    private PinRules() {}

    /** Why a PIN is not taken. */
    enum Refusal {
        /** Not 4 to 8 digits. */
        LENGTH,
        /** Everybody tries it first: one digit again and again, two by turns, or a run. */
        TRIVIAL,
        /** The extension. */
        EXTENSION
    }

    /**
     * Judges a new PIN.
     *
     * @param pin as typed
     * @param extension of the person
     * @return empty: it is taken
     */
    static Optional<Refusal> refusal(String pin, String extension) {
        if (!DIGITS.matcher(pin).matches()) {
            return Optional.of(Refusal.LENGTH);
        }
        if (pin.equals(extension) || isRepeated(pin, extension)) {
            return Optional.of(Refusal.EXTENSION);
        }
        boolean run = UP.contains(pin) || DOWN.contains(pin);
        boolean repeated =
                isRepeated(pin, pin.substring(0, 1)) || isRepeated(pin, pin.substring(0, 2));
        return run || repeated ? Optional.of(Refusal.TRIVIAL) : Optional.empty();
    }

    private static boolean isRepeated(String pin, String part) {
        return !part.isEmpty()
                && pin.length() % part.length() == 0
                && part.repeat(pin.length() / part.length()).equals(pin);
    }
}
