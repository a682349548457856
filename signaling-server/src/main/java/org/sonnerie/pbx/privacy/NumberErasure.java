package org.sonnerie.pbx.privacy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.privacy.NotErasableException.Why;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds and erases what is kept of a number outside the company. Thread safe. */
@Component
public class NumberErasure {
    private static final int SHOWN_DIGITS = 2;

    private final List<NumberTraces> traces;
    private final Plans plans;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    NumberErasure(
            List<NumberTraces> traces,
            Plans plans,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.traces = traces.stream().sorted(Comparator.comparing(NumberTraces::kind)).toList();
        this.plans = plans;
        this.changes = changes;
        this.events = events;
    }

    /**
     * The number that somebody means.
     *
     * @param company whose way of writing numbers counts
     * @param written as he wrote it
     * @return "+" and 7 to 15 digits
     * @throws NotErasableException if it is not the whole number of somebody outside
     */
    public String number(CompanyId company, String written) {
        CompanyPlan plan = plans.current(company);
        String number =
                OutsideNumbers.whole(plan, written)
                        .orElseThrow(() -> new NotErasableException(Why.NO_NUMBER));
        if (plan.outside().numbers().stream().anyMatch(own -> own.e164().equals(number))) {
            throw new NotErasableException(Why.OWN_NUMBER);
        }
        return number;
    }

    /**
     * What is kept of a number.
     *
     * @param company whose
     * @param number as {@link #number} gave it
     * @return how many of each kind, in the order of the kinds
     */
    public Map<TraceKind, Integer> look(CompanyId company, String number) {
        return each(one -> one.count(company, number));
    }

    /**
     * Erases it, all or nothing; durable on return. A call that is going on is not touched: its
     * record is made after it.
     *
     * @param company whose
     * @param number as {@link #number} gave it
     * @return how many of each kind there were
     */
    public Map<TraceKind, Integer> erase(CompanyId company, String number) {
        return changes.make(
                company,
                () -> {
                    Map<TraceKind, Integer> erased = each(one -> one.erase(company, number));
                    String ending = number.substring(number.length() - SHOWN_DIGITS);
                    events.publishEvent(new NumberErased(company, ending, erased));
                    return erased;
                });
    }

    private Map<TraceKind, Integer> each(ToIntFunction<NumberTraces> asked) {
        Map<TraceKind, Integer> found = new EnumMap<>(TraceKind.class);
        for (NumberTraces one : traces) {
            found.merge(one.kind(), asked.applyAsInt(one), Integer::sum);
        }
        return found;
    }
}
