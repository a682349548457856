package org.sonnerie.pbx.call;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/** English: the clock has twelve hours, "two thirty p.m.", "two oh five p.m.". */
record EnglishWords() implements SpokenWords {
    private static final int NOON = 12;
    private static final int TEN = 10;

    @Override
    public List<CallSound> time(LocalTime time) {
        if (time.getMinute() == 0) {
            return List.of(SpokenWords.word("hour-" + time.getHour()));
        }
        int hour = time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
        List<CallSound> words = new ArrayList<>(number(hour));
        if (time.getMinute() < TEN) {
            words.add(SpokenWords.word("oh"));
        }
        words.addAll(number(time.getMinute()));
        words.add(SpokenWords.word(time.getHour() < NOON ? "am" : "pm"));
        return words;
    }
}
