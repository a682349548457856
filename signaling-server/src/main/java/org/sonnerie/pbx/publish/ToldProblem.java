package org.sonnerie.pbx.publish;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Spot;

/**
 * What is wrong in a plan, in a reader's language.
 *
 * @param spot where, for a form that shows it beside its field
 * @param place the same in words, such as {@code menu « Accueil », touche 4}; empty: the whole
 * @param what is wrong there
 * @param sentence both together
 */
public record ToldProblem(Spot spot, String place, String what, String sentence) {
    /**
     * Says problems.
     *
     * @param problems to be said
     * @param narrator knows the words
     * @param locale in which language
     * @return in the same order
     */
    public static List<ToldProblem> all(
            List<PlanProblem> problems, Narrator narrator, Locale locale) {
        return problems.stream().map(one -> of(one, narrator, locale)).toList();
    }

    /**
     * Says one.
     *
     * @param problem to be said
     * @param narrator knows the words
     * @param locale in which language
     * @return the same in words
     */
    public static ToldProblem of(PlanProblem problem, Narrator narrator, Locale locale) {
        String place = new SpotWords(narrator, locale).say(problem.spot());
        Phrase flaw = sentence(problem.flaw());
        String what = narrator.say(flaw, locale);
        String both =
                place.isEmpty()
                        ? what
                        : narrator.say(Sentence.of("plan.problem", place, what), locale);
        return new ToldProblem(problem.spot(), place, what, both);
    }

    @Override
    public String toString() {
        return sentence;
    }

    private static Phrase sentence(Flaw flaw) {
        return Sentence.of(
                Flaw.KEY + flaw.word(), flaw.parts().stream().map(ToldProblem::part).toArray());
    }

    private static Phrase part(Flaw.Part part) {
        return switch (part) {
            case Flaw.Plain(String text) -> new Phrase.Plain(text);
            case Flaw.Named(String kind, String name) -> SpotWords.named(kind, name);
            case Flaw.Joined(String key, var all) ->
                    all.stream()
                            .map(ToldProblem::part)
                            .reduce((one, next) -> Sentence.of(key, one, next))
                            .orElse(new Phrase.Plain(""));
        };
    }
}
