package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/**
 * The language a caller chose. Only he hears it: whoever he talks to is told in the company's.
 *
 * @param leg whose; it keeps it through transfers and queues
 * @param language such as {@code fr}
 */
record Tongue(LegId leg, String language) {
    /** From now on the caller hears this language, wherever he is led. */
    static void speak(Turn turn, LanguageReason why) {
        turn.tongue(Optional.of(new Tongue(turn.caller().id(), why.language())));
        turn.because(why);
    }

    /** Numbers, times and letters as the caller hears them. */
    static SpokenWords words(Turn turn) {
        return words(turn, turn.path().lead());
    }

    /** The same as this leg hears them. */
    static SpokenWords words(Turn turn, LegId ear) {
        return SpokenWords.in(language(turn, ear));
    }

    /** The language of what a leg is told. */
    static String language(Turn turn, LegId ear) {
        return turn.tongue()
                .filter(chosen -> chosen.leg().equals(ear))
                .map(Tongue::language)
                .orElse(turn.plan().facts().language());
    }

    /** The sounds as a leg hears them. */
    static List<CallSound> said(Optional<Tongue> tongue, LegId ear, List<CallSound> sounds) {
        return tongue.filter(chosen -> chosen.leg().equals(ear))
                .map(chosen -> chosen.said(sounds))
                .orElse(sounds);
    }

    /** The same sounds; prompts of which no language is said are in this one. */
    List<CallSound> said(List<CallSound> sounds) {
        return sounds.stream().map(this::said).toList();
    }

    private CallSound said(CallSound sound) {
        return sound instanceof CallSound.Prompt(String name, var other) && other.isEmpty()
                ? new CallSound.Prompt(name, Optional.of(language))
                : sound;
    }
}
