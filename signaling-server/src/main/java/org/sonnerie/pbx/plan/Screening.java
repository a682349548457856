package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;

/**
 * Which callers from outside are led elsewhere than the number they called: straight through to a
 * person, or to nobody.
 *
 * @param lists of callers
 * @param rules the first that fits decides
 */
public record Screening(List<CallerList> lists, List<ScreeningRule> rules) {
    /** Of a company that treats all callers alike. */
    public static final Screening NONE = new Screening(List.of(), List.of());

    /** Copies the lists. */
    public Screening {
        lists = List.copyOf(lists);
        rules = List.copyOf(rules);
    }

    /**
     * The rule for a call.
     *
     * @param caller E.164 with "+"; empty: withheld
     * @param called one of the company's numbers
     * @return empty: the number called decides
     */
    Optional<ScreeningRule> ruleFor(Optional<String> caller, String called) {
        return rules.stream()
                .filter(rule -> rule.numbers().isEmpty() || rule.numbers().contains(called))
                .filter(rule -> isAbout(rule.callers(), caller))
                .findFirst();
    }

    private boolean isAbout(Callers callers, Optional<String> caller) {
        return switch (callers) {
            case Callers.Withheld() -> caller.isEmpty();
            case Callers.Listed(CallerListId id) ->
                    list(id).filter(list -> caller.filter(list::holds).isPresent()).isPresent();
        };
    }

    Optional<CallerList> list(CallerListId id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst();
    }
}
