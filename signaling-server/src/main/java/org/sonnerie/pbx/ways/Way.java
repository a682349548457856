package org.sonnerie.pbx.ways;

import java.util.List;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ScreeningRule;

/**
 * One path on which a call can reach a person's phone.
 *
 * @param start where the caller begins
 * @param steps what he passes, in order; empty: the start leads there at once
 */
record Way(Start start, List<Step> steps) {
    /** Copies the list. */
    Way {
        steps = List.copyOf(steps);
    }

    /** Where a path begins. */
    sealed interface Start {
        /** A number of the company, called from outside. */
        record FromOutside(String e164) implements Start {}

        /** Certain callers, to whatever number is listed; none listed: to any. */
        record Screened(ScreeningRule.Callers callers, List<String> numbers) implements Start {
            /** Copies the list. */
            public Screened {
                numbers = List.copyOf(numbers);
            }
        }

        /** An extension, dialled by a colleague. */
        record FromWithin(String extension) implements Start {}
    }

    /** Something on the way. */
    sealed interface Step {
        /** A place of the plan: menu, group, route, announcement, another person. */
        record At(Destination place) implements Step {}

        /** A key of a menu. */
        record Key(char key) implements Step {}

        /** An extension typed in a menu. */
        record Typed(String extension) implements Step {}

        /** What happens by itself. */
        record Where(Circumstance circumstance) implements Step {}

        /** Somebody's own rule for some calls leads there. */
        record ByRule(PersonId person) implements Step {}

        /** Somebody forwards his calls. */
        record Forwards(PersonId person, Reach.When when) implements Step {}
    }

    /** Why a call goes on. */
    enum Circumstance {
        /** Nothing was typed in a menu. */
        NOTHING_TYPED,
        /** What was typed in a menu means nothing. */
        NOT_UNDERSTOOD,
        /** It is open. */
        OPEN,
        /** It is closed. */
        CLOSED,
        /** It is a holiday. */
        HOLIDAY,
        /** Nobody of a group answered. */
        NOBODY_ANSWERED,
        /** A queue takes no more, or its callers waited too long, or it has no agent. */
        NOT_SERVED
    }
}
