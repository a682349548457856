package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.queue.Lines;

/** The live calls of one company at a time. Thread safe. */
final class CallSights implements CallWatch {
    private static final Comparator<Seen> ORDER =
            Comparator.<Seen, Instant>comparing(seen -> seen.glance().began())
                    .thenComparing(seen -> seen.glance().call().text());

    private final LiveCalls calls;

    CallSights(LiveCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Seen> calls(CompanyId company) {
        return calls.glances(company).stream()
                .map(glance ->
                        new Seen(
                                glance,
                                calls.queues()
                                        .placeOf(company, glance.call())
                                        .map(Lines.Place::queue)))
                .sorted(ORDER)
                .toList();
    }
}
