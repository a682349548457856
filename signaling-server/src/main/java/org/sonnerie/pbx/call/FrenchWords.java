package org.sonnerie.pbx.call;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/** French: the clock has twenty-four hours, "quatorze heures trente", "quatorze heures cinq". */
record FrenchWords() implements SpokenWords {
    @Override
    public List<CallSound> time(LocalTime time) {
        List<CallSound> words = new ArrayList<>();
        words.add(SpokenWords.word("hour-" + time.getHour()));
        if (time.getMinute() > 0) {
            words.addAll(number(time.getMinute()));
        }
        return words;
    }
}
