package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.runtime.CallArchive;
import org.sonnerie.pbx.runtime.CallLogs;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The records and stories of a company's calls. Thread safe. */
@Component
public class CallHistory implements CallArchive {
    /** The longest part of a list. */
    public static final int LONGEST_PAGE = 200;

    private final CallRecordRows rows;
    private final OwnCallRows own;
    private final CallLogs logs;
    private final Tables tables;
    private final ApplicationEventPublisher news;
    private final CallCounting counting;
    private final CallSearch search;
    private final CallNumberRows numbers;
    private final CallWayRows ways;

    CallHistory(
            RecordTables records,
            CallSearch search,
            CallLogs logs,
            Tables tables,
            ApplicationEventPublisher news,
            CallCounting counting) {
        this.counting = counting;
        this.rows = records.rows();
        this.own = records.own();
        this.numbers = records.numbers();
        this.ways = records.ways();
        this.search = search;
        this.logs = logs;
        this.tables = tables;
        this.news = news;
    }

    /** With all its legs and whom it concerned, and counted once, or not at all. */
    @Override
    public void keep(LoggedCall call) {
        KeptCall kept = KeptCall.of(call);
        CallRecord record = kept.record();
        List<Stretch> stretches = Stretch.of(call);
        AtomicBoolean added = new AtomicBoolean();
        tables.atTheSameTime(
                record.company(),
                () -> {
                    added.set(rows.merge(record));
                    own.merge(record, kept.people());
                    ways.merge(record, stretches);
                    if (rows.isNowCounted(record.company(), record.call())) {
                        numbers.add(record);
                        counting.count(kept);
                    }
                });
        if (added.get() || !rows.wasTold(record.company(), record.call())) {
            news.publishEvent(new CallRecorded(record));
        }
        counting.settle(record.company());
    }

    /**
     * The records of a company, the newest first.
     *
     * @param company whose
     * @param filter which of them
     * @param after the call after which to begin; empty: at the newest
     * @param limit how many at most, 1 to 200
     * @return a part of them
     * @throws IllegalArgumentException if the limit is out of range, or there is no record of the
     *     call after which to begin
     */
    public CallPage page(CompanyId company, CallFilter filter, Optional<CallId> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("the limit is 1 to " + LONGEST_PAGE);
        }
        Optional<CallRecordRows.Key> key = after.map(call -> key(company, call));
        List<CallRecord> found =
                search.newest(new CallSearch.Wanted(company, filter, key, limit + 1));
        boolean more = found.size() > limit;
        List<CallRecord> calls = more ? found.subList(0, limit) : found;
        if (filter.queues().isPresent()) {
            calls = calls.stream().map(CallRecord::discreet).toList();
        }
        return new CallPage(calls, more ? Optional.of(calls.getLast().call()) : Optional.empty());
    }

    private CallRecordRows.Key key(CompanyId company, CallId call) {
        return rows.key(company, call)
                .orElseThrow(() -> new IllegalArgumentException("there is no call " + call));
    }

    /**
     * The record of a call.
     *
     * @param company whose call it must be
     * @param call which
     * @return with its legs; empty if it is none of the company's, or is not over
     */
    public Optional<CallRecord> find(CompanyId company, CallId call) {
        return rows.find(company, call);
    }

    /**
     * Whether a call was with one of some queues, and is over.
     *
     * @param company whose call it must be
     * @param call which
     * @param queues which
     * @return true: whoever looks after these queues may see it
     */
    public boolean wasWith(CompanyId company, CallId call, Set<QueueId> queues) {
        return ways.wasWith(company, call, queues);
    }

    /**
     * The story of a call as a colleague may read it: without the outside numbers of others.
     *
     * @param company whose call it must be
     * @param call which
     * @param reader who reads it
     * @return empty if it is none of the company's
     */
    public Optional<Story> story(CompanyId company, CallId call, PersonId reader) {
        return logs.find(company, call)
                .map(logged -> Discretion.towards(reader, logged).of(Story.of(logged)));
    }

    /**
     * The story of a call, so far.
     *
     * @param company whose call it must be
     * @param call which
     * @return empty if it is none of the company's
     * @throws IllegalStateException if one of its events cannot be read
     */
    public Optional<Story> story(CompanyId company, CallId call) {
        return logs.find(company, call).map(Story::of);
    }
}
