package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.call.CallEffect.CallSound;

class SpokenWordsTest {
    private static final SpokenWords ENGLISH = SpokenWords.in("en");
    private static final SpokenWords FRENCH = SpokenWords.in("fr");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aLanguageInWhichNothingIsRecordedIsEnglish() {
        assertThat(SpokenWords.in("de")).isEqualTo(ENGLISH).isNotEqualTo(FRENCH);
    }

    @Test
    void everyNumberFrom0To99IsOneRecording() {
        assertThat(IntStream.range(0, 100).boxed())
                .allSatisfy(number ->
                        assertThat(said(FRENCH.number(number))).isEqualTo("number-" + number));
        assertThat(FRENCH.number(100)).isEmpty();
        assertThat(FRENCH.number(-1)).isEmpty();
    }

    @Test
    void digitsAreSaidOneAfterAnother() {
        assertThat(said(ENGLISH.digits("+33 (1) 45")))
                .isEqualTo("plus number-3 number-3 number-1 number-4 number-5");
        assertThat(ENGLISH.digits("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, hour-0",
        "00:30, number-12 number-30 am",
        "02:05, number-2 oh number-5 am",
        "11:59, number-11 number-59 am",
        "12:00, hour-12",
        "12:01, number-12 oh number-1 pm",
        "14:30, number-2 number-30 pm",
        "23:45, number-11 number-45 pm"
    })
    void anEnglishClockHasTwelveHours(String time, String words) {
        assertThat(said(ENGLISH.time(LocalTime.parse(time)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, hour-0",
        "01:01, hour-1 number-1",
        "12:00, hour-12",
        "14:30, hour-14 number-30",
        "21:05, hour-21 number-5"
    })
    void aFrenchClockHasTwentyFour(String time, String words) {
        assertThat(said(FRENCH.time(LocalTime.parse(time)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T13:30:00Z, day-24 month-11 at-time hour-14 number-30",
        "2026-11-25T22:59:00Z, yesterday at-time hour-23 number-59",
        "2026-11-25T23:00:00Z, today at-time hour-0",
        "2026-03-01T08:00:00Z, day-1 month-3 at-time hour-9"
    })
    void aMomentIsSaidByTheClockOnTheWall(String when, String words) {
        Instant now = Instant.parse("2026-11-26T10:00:00Z");
        assertThat(said(FRENCH.moment(Instant.parse(when), now, PARIS))).isEqualTo(words);
    }

    @Test
    void aNameIsSpelledWithItsAccents() {
        assertThat(said(FRENCH.spelled("Zoé"))).isEqualTo("letter-z letter-o letter-e-acute");
        assertThat(said(FRENCH.spelled("Œuf-ÇÑ7")))
                .isEqualTo("letter-oe letter-u letter-f hyphen letter-c-cedilla letter-n number-7");
        assertThat(said(FRENCH.spelled("d'A Ж"))).isEqualTo("letter-d apostrophe letter-a pause");
    }

    @ParameterizedTest
    @CsvSource({
        "Noël, 6635",
        "Œuf, 6383",
        "François, 37262647",
        "O'Hara-Zwicky, 64272994259",
        "ЖЖ, ''"
    })
    void aNameIsTypedWithoutThem(String name, String keys) {
        assertThat(Letters.keys(name)).isEqualTo(keys);
    }

    private static String said(List<CallSound> words) {
        return String.join(" ", words.stream().map(SpokenWordsTest::said).toList());
    }

    private static String said(CallSound word) {
        return word instanceof CallSound.Prompt(String name, var _) ? name : "pause";
    }
}
