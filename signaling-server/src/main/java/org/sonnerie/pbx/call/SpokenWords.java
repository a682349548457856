package org.sonnerie.pbx.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/**
 * Numbers, times and letters as recordings, in the order in which a language says them. The
 * recordings have the same names in every language; a number, a day and an hour are one each.
 */
sealed interface SpokenWords permits EnglishWords, FrenchWords {
    /** Between two names that are spelled. */
    int BETWEEN_WORDS_MILLIS = 400;

    /**
     * The words of a language.
     *
     * @param language such as {@code fr}
     * @return English for one in which nothing is recorded: so is everything else then
     */
    static SpokenWords in(String language) {
        return language.equals("fr") ? new FrenchWords() : new EnglishWords();
    }

    /**
     * A time of the day.
     *
     * @param time to the minute
     * @return its words
     */
    List<CallSound> time(LocalTime time);

    /**
     * A number.
     *
     * @param number to be spoken
     * @return empty: below 0, or 100 and more
     */
    default List<CallSound> number(int number) {
        return number < 0 || number > 99 ? List.of() : List.of(word("number-" + number));
    }

    /**
     * Digits one after another, as of an extension or a phone number.
     *
     * @param digits whatever else is between them is left out
     * @return a word each
     */
    default List<CallSound> digits(String digits) {
        return digits.chars()
                .filter(one -> one == '+' || (one >= '0' && one <= '9'))
                .mapToObj(one -> word(one == '+' ? "plus" : "number-" + (one - '0')))
                .toList();
    }

    /**
     * A day.
     *
     * @param day to be spoken, without its year
     * @param today what is called today
     * @return its words
     */
    default List<CallSound> day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return List.of(word("today"));
        }
        if (day.equals(today.minusDays(1))) {
            return List.of(word("yesterday"));
        }
        return List.of(word("day-" + day.getDayOfMonth()), word("month-" + day.getMonthValue()));
    }

    /**
     * When something was.
     *
     * @param when then
     * @param now decides what is today
     * @param zone whose clock
     * @return the day and the time
     */
    default List<CallSound> moment(Instant when, Instant now, ZoneId zone) {
        var then = when.atZone(zone);
        List<CallSound> words =
                new ArrayList<>(day(then.toLocalDate(), now.atZone(zone).toLocalDate()));
        words.add(word("at-time"));
        words.addAll(time(then.toLocalTime()));
        return words;
    }

    /**
     * A name letter by letter.
     *
     * @param name as written
     * @return a word for each letter that is known; one that is not is left out
     */
    default List<CallSound> spelled(String name) {
        return name.codePoints().boxed().flatMap(SpokenWords::letter).toList();
    }

    private static Stream<CallSound> letter(int one) {
        return one == ' '
                ? Stream.of(new CallSound.Pause(BETWEEN_WORDS_MILLIS))
                : Letters.recording(one).map(SpokenWords::word).stream();
    }

    /**
     * One recording.
     *
     * @param name of it
     * @return to be played
     */
    static CallSound word(String name) {
        return new CallSound.Prompt(name);
    }
}
