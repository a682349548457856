package org.sonnerie.pbx.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * A call that is over, with all that can be counted of it.
 *
 * @param record what is kept of it
 * @param zone whose days and hours are the company's
 * @param people what each had to do with it
 * @param queues its waits in queues
 * @param trunks its legs over trunks
 */
public record KeptCall(
        CallRecord record,
        ZoneId zone,
        Map<PersonId, Part> people,
        List<QueueVisit> queues,
        List<TrunkUse> trunks) {
    /** Copies the lists. */
    public KeptCall {
        people = Map.copyOf(people);
        queues = List.copyOf(queues);
        trunks = List.copyOf(trunks);
    }

    /** Pure: from its log alone. */
    static KeptCall of(LoggedCall call) {
        CallRecord record = CallRecord.of(call);
        return new KeptCall(
                record,
                call.plan().facts().timeZone(),
                Parts.of(call, record),
                QueueVisit.of(call),
                TrunkUse.of(call, record));
    }
}
