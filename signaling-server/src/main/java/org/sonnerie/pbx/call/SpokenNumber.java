package org.sonnerie.pbx.call;

import java.util.List;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/** A number as recordings of its words. */
final class SpokenNumber {
    /** Up to here each number is a recording of its own. */
    private static final int ONE_WORD = 20;

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private SpokenNumber() {}

    /**
     * The words, in English.
     *
     * @param number to be spoken
     * @return empty: below 0, or 100 and more
     */
    static List<CallSound> of(int number) {
        if (number < 0 || number >= HUNDRED) {
            return List.of();
        }
        if (number <= ONE_WORD || number % TEN == 0) {
            return List.of(word(number));
        }
        return List.of(word(number - number % TEN), word(number % TEN));
    }

    private static CallSound word(int number) {
        return new CallSound.Prompt("number-" + number);
    }
}
