package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of the tests with a queue: 300, Support, served by Bob and Carol. */
public final class Counter {
    public static final QueueId SUPPORT = new QueueId("support");
    public static final String NUMBER = "+15550100300";

    private Counter() {}

    public static Queue support() {
        return new Queue(SUPPORT, "Support", "300", List.of(DemoCompany.BOB, DemoCompany.CAROL));
    }

    public static CompanyPlan plan(Queue queue) {
        return at(DemoCompany.plan(), queue);
    }

    /** A company with one queue more; its public number leads there. */
    public static CompanyPlan at(CompanyPlan plan, Queue queue) {
        Outside outside = plan.outside();
        List<PublicNumber> numbers = new ArrayList<>(outside.numbers());
        numbers.add(new PublicNumber(NUMBER, new Destination.ToQueue(queue.id())));
        return plan.with(plan.flow().with(List.of(queue)))
                .with(new Outside(numbers, outside.trunks(), outside.rules(), outside.screening()));
    }

    /** Rules with little patience: two wait, a minute at most; 1 leads to Alice, full to Sales. */
    public static Waiting impatient() {
        return new Waiting(
                2,
                60,
                false,
                new Waiting.Overflow(
                        Optional.of(new Destination.ToGroup(DemoCompany.SALES)),
                        Optional.of(new Destination.ToPerson(DemoCompany.ALICE)),
                        Optional.empty()),
                Map.of('1', new Destination.ToPerson(DemoCompany.ALICE)));
    }
}
