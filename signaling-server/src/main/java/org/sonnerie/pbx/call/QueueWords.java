package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.Telling;

/** What a waiting caller is told about his place and his time, as prompts. */
final class QueueWords {
    private static final int SECONDS = 60;

    /** Longer than anybody wants to hear; it could not be true either. */
    private static final int MOST_MINUTES = 60;

    private QueueWords() {}

    static List<CallSound> standing(SpokenWords spoken, Telling telling, CallEvent.QueueTold told) {
        List<CallSound> words = new ArrayList<>();
        if (telling.position()) {
            words.addAll(position(spoken, told.position()));
        }
        if (telling.waitingTime()) {
            told.waitSeconds().ifPresent(seconds -> words.addAll(time(spoken, seconds)));
        }
        return words;
    }

    private static List<CallSound> position(SpokenWords spoken, int position) {
        if (position == 1) {
            return List.of(prompt("queue-next"));
        }
        List<CallSound> number = spoken.number(position);
        return number.isEmpty() ? List.of() : with("queue-position", number);
    }

    private static List<CallSound> time(SpokenWords spoken, int seconds) {
        int minutes = Math.ceilDiv(seconds, SECONDS);
        if (minutes <= 1) {
            return List.of(prompt("queue-wait-soon"));
        }
        if (minutes > MOST_MINUTES) {
            return List.of();
        }
        List<CallSound> words = with("queue-wait-about", spoken.number(minutes));
        words.add(prompt("minutes"));
        return words;
    }

    private static List<CallSound> with(String before, List<CallSound> number) {
        List<CallSound> words = new ArrayList<>();
        words.add(prompt(before));
        words.addAll(number);
        return words;
    }

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }
}
