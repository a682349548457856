package org.sonnerie.pbx.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/**
 * Finds records by what is wanted of them, the newest first. The rarest of what is wanted leads to
 * them by an index of its own; the rest is asked of those only.
 */
@Repository
class CallSearch {
    /** So many numbers are followed one by one, however many calls each of them has. */
    private static final int FOLLOWED = 10;

    /** As many numbers are asked for; where there are more, they are in most calls anyway. */
    private static final int MOST_NUMBERS = 2_000;

    /** As many calls are gathered and sorted; where there are more, the newest soon has one. */
    private static final long MOST_GATHERED = 20_000;

    private static final Source ALL = new Source("call_record k", "");
    private static final Source OF_PERSON =
            new Source("call_record_person k", " k.person_id desc,");
    private static final Source OF_NUMBER = new Source("call_record_number k", " k.dialable desc,");
    private static final Source OF_NUMBERS =
            new Source(
                    "(select distinct company_id, call_id, began_at from call_record_number where"
                            + " company_id = :company and dialable in (:dialables)) k",
                    "");
    private static final Source OF_REPORTED =
            new Source(
                    "(select c.company_id, c.call_id, c.began_at from call_record c where"
                            + " c.company_id = :company and c.call_id in (select call_id from call_report where"
                            + " company_id = :company)) k",
                    "");

    /** Without the company, whom the call has: H2 would take an index that begins with it. */
    private static final String HAS_PERSON =
            " and exists (select 1 from call_record_person p where p.call_id = k.call_id and"
                    + " p.person_id = :person)";

    private static final String HAS_ONE_OF =
            " and exists (select 1 from call_record_number n where n.call_id = k.call_id and"
                    + " n.dialable in (:dialables))";
    private static final String HAS_NUMBER =
            " and exists (select 1 from call_record_number n where n.call_id = k.call_id and"
                    + " n.dialable like :signs)";

    private static final String HAS_QUEUE =
            " and exists (select 1 from call_record_way w where w.call_id = k.call_id and"
                    + " w.part_kind = 'QUEUE' and w.part_id in (:queues))";

    private static final Source OF_QUEUE =
            new Source("call_record_way k", " k.part_kind desc, k.part_id desc,");
    private static final String IN_QUEUE =
            " and k.part_kind = 'QUEUE' and k.first_time = true and k.part_id = :queue";
    private static final Comparator<CallRecord> NEWEST =
            Comparator.comparing((CallRecord call) -> call.time().began())
                    .thenComparing(call -> call.call().text())
                    .reversed();

    private final Tables tables;
    private final CallNumberRows numbers;

    CallSearch(Tables tables, CallNumberRows numbers) {
        this.tables = tables;
        this.numbers = numbers;
    }

    /**
     * What is asked for.
     *
     * @param company whose
     * @param filter which
     * @param after where the part before ended
     * @param limit how many at most
     */
    record Wanted(
            CompanyId company, CallFilter filter, Optional<CallRecordRows.Key> after, int limit) {}

    /**
     * Where calls are found.
     *
     * @param table of which each row is a call, as {@code k}
     * @param group what is the same in all rows that are wanted and stands between company and time
     *     in the table's index; H2 reads an index in its order only if all of it is named
     */
    private record Source(String table, String group) {}

    /** A statement in the making. */
    private static final class Query {
        final Map<String, Object> values = new LinkedHashMap<>();
        final StringBuilder conditions = new StringBuilder();
        final CompanyId company;
        private final Source from;

        Query(Source from, Wanted wanted) {
            this.from = from;
            this.company = wanted.company();
            values.put("company", wanted.company().text());
            values.put("limit", wanted.limit());
        }

        Query and(String condition, String name, Object wanted) {
            conditions.append(condition);
            values.put(name, wanted);
            return this;
        }

        String sql() {
            String newest =
                    " order by k.company_id desc,"
                            + from.group()
                            + " k.began_at desc, k.call_id desc limit :limit";
            String keys =
                    "select k.call_id from "
                            + from.table()
                            + " where k.company_id = :company"
                            + conditions;
            return "select "
                    + CallRecordRows.COLUMNS
                    + " from call_record r join ("
                    + keys
                    + newest
                    + ") f on f.call_id = r.call_id order by r.began_at desc, r.call_id desc";
        }
    }

    /**
     * The numbers that hold the signs that are looked for.
     *
     * @param dialables the numbers
     * @param few whether all calls of theirs can be gathered
     */
    private record Held(List<String> dialables, boolean few) {
        boolean followed() {
            return dialables.size() <= FOLLOWED;
        }
    }

    /** The newest, without their legs. */
    List<CallRecord> newest(Wanted wanted) {
        CallFilter filter = wanted.filter();
        Optional<Held> held = filter.number().map(signs -> held(wanted.company(), signs));
        if (filter.queues().filter(Set::isEmpty).isPresent()
                || held.filter(of -> of.dialables().isEmpty()).isPresent()) {
            return List.of();
        }
        if (filter.reported()) {
            Query query = number(query(OF_REPORTED, wanted), filter, held);
            return rows(queues(person(query, filter), filter));
        }
        boolean onlyNumber = filter.person().isEmpty() && filter.queues().isEmpty();
        return held.filter(of -> of.few() || onlyNumber)
                .map(of -> ofNumbers(of, wanted))
                .orElseGet(() -> ofOthers(wanted, held));
    }

    private List<CallRecord> ofOthers(Wanted wanted, Optional<Held> held) {
        CallFilter filter = wanted.filter();
        if (filter.person().isPresent()) {
            Query query = query(OF_PERSON, wanted);
            filter.person()
                    .ifPresent(person ->
                            query.and(" and k.person_id = :person", "person", person.text()));
            return rows(queues(number(query, filter, held), filter));
        }
        return filter.queues()
                .map(queues -> merged(queues.stream().map(one -> query(one, wanted, held)), wanted))
                .orElseGet(() -> rows(query(ALL, wanted)));
    }

    private static Query query(QueueId queue, Wanted wanted, Optional<Held> held) {
        return number(query(OF_QUEUE, wanted), wanted.filter(), held)
                .and(IN_QUEUE, "queue", queue.text());
    }

    private Held held(CompanyId company, String signs) {
        Collection<CallNumberRows.Known> known = numbers.holding(company, signs, MOST_NUMBERS);
        long calls = known.stream().mapToLong(CallNumberRows.Known::calls).sum();
        return new Held(
                known.stream().map(CallNumberRows.Known::dialable).toList(),
                known.size() < MOST_NUMBERS && calls <= MOST_GATHERED);
    }

    private List<CallRecord> ofNumbers(Held held, Wanted wanted) {
        CallFilter filter = wanted.filter();
        if (held.followed()) {
            return following(held.dialables(), wanted);
        }
        Query query =
                held.few()
                        ? query(OF_NUMBERS, wanted).and("", "dialables", held.dialables())
                        : number(query(ALL, wanted), filter, Optional.of(held));
        return rows(queues(person(query, filter), filter));
    }

    private List<CallRecord> following(List<String> dialables, Wanted wanted) {
        return merged(
                dialables.stream()
                        .map(dialable ->
                                query(OF_NUMBER, wanted)
                                        .and(" and k.dialable = :dialable", "dialable", dialable))
                        .map(query -> queues(person(query, wanted.filter()), wanted.filter())),
                wanted);
    }

    private List<CallRecord> merged(Stream<Query> queries, Wanted wanted) {
        Map<CallId, CallRecord> found = new LinkedHashMap<>();
        queries.forEach(query -> rows(query).forEach(call -> found.put(call.call(), call)));
        return found.values().stream().sorted(NEWEST).limit(wanted.limit()).toList();
    }

    private static Query person(Query query, CallFilter filter) {
        filter.person().ifPresent(person -> query.and(HAS_PERSON, "person", person.text()));
        return query;
    }

    /** By whole numbers where they are few: PostgreSQL knows how often it meets one of them. */
    private static Query number(Query query, CallFilter filter, Optional<Held> held) {
        held.filter(Held::followed)
                .ifPresentOrElse(
                        of -> query.and(HAS_ONE_OF, "dialables", of.dialables()),
                        () ->
                                filter.number()
                                        .ifPresent(signs ->
                                                query.and(HAS_NUMBER, "signs", "%" + signs + "%")));
        return query;
    }

    private static Query queues(Query query, CallFilter filter) {
        filter.queues()
                .ifPresent(queues ->
                        query.and(
                                HAS_QUEUE, "queues", queues.stream().map(QueueId::text).toList()));
        return query;
    }

    private static Query query(Source from, Wanted wanted) {
        Query query = new Query(from, wanted);
        wanted.filter()
                .from()
                .ifPresent(at -> query.and(" and k.began_at >= :from", "from", utc(at)));
        wanted.filter().to().ifPresent(at -> query.and(" and k.began_at < :to", "to", utc(at)));
        wanted.after()
                .ifPresent(key ->
                        query.and(" and k.began_at <= :began", "began", key.began())
                                .and(
                                        " and (k.began_at < :began or k.call_id < :call)",
                                        "call",
                                        key.call()));
        return query;
    }

    private List<CallRecord> rows(Query query) {
        return tables.of(query.company)
                .sql(query.sql())
                .params(query.values)
                .query((row, _) -> CallRecordRows.record(row, List.of()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
