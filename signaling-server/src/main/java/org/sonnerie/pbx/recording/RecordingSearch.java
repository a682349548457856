package org.sonnerie.pbx.recording;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** Finds recordings as far as somebody may know of them. What he may not is not read at all. */
@Repository
class RecordingSearch {
    private static final String COMPANY = "company";
    private static final String OVER = " and r.state <> 'RUNNING'";

    /** It began while its call was with one of these. */
    private static final String WITH =
            "exists (select 1 from call_record_way w where w.company_id = :company and w.call_id ="
                    + " r.call_id and w.part_kind = '%s' and w.part_id in (:%s) and w.from_at <="
                    + " r.began_at and r.began_at < w.to_at)";

    /** One of these is on its left or right channel: by the leg, whose person stays the same. */
    private static final String TALKED =
            "exists (select 1 from call_record_leg l where l.company_id = :company and l.call_id ="
                    + " r.call_id and l.person_id in (:people) and l.shown_number <> '' and"
                    + " l.shown_number in (r.one_number, r.other_number))";

    private final Tables tables;

    RecordingSearch(Tables tables) {
        this.tables = tables;
    }

    /**
     * What is asked for.
     *
     * @param company whose
     * @param reach how far it is somebody's business
     * @param filter which
     * @param after the last one of the part before
     * @param most how many
     */
    record Wanted(
            CompanyId company,
            Reach reach,
            RecordingFilter filter,
            Optional<RecordingId> after,
            int most) {}

    /** A statement in the making. */
    private static final class Query {
        final Map<String, Object> values = new LinkedHashMap<>();
        final StringBuilder sql = new StringBuilder(RecordingRows.ALL);

        Query(CompanyId company, Reach reach) {
            sql.append(" where r.company_id = :company and r.deleted_at is null");
            values.put(COMPANY, company.text());
            reach(reach);
        }

        Query and(String condition, String name, Object value) {
            sql.append(condition);
            values.put(name, value);
            return this;
        }

        private void reach(Reach reach) {
            Heard heard = reach.heard();
            if (heard.everything()) {
                return;
            }
            List<String> ways = new ArrayList<>();
            reach.own()
                    .ifPresent(person -> {
                        ways.add("r.asked_by = :own");
                        values.put("own", person.text());
                    });
            way(ways, WITH.formatted("QUEUE", "queues"), "queues", heard.queues());
            way(ways, WITH.formatted("GROUP", "groups"), "groups", heard.groups());
            way(ways, TALKED, "people", heard.people());
            sql.append(" and (")
                    .append(ways.isEmpty() ? "1 = 0" : String.join(" or ", ways))
                    .append(')');
        }

        private void way(List<String> ways, String condition, String name, Set<?> parts) {
            if (!parts.isEmpty()) {
                ways.add(condition);
                values.put(name, List.copyOf(Heard.ids(parts)));
            }
        }
    }

    /** The newest first, those after a given one. */
    List<KeptRecording> page(Wanted wanted) {
        Query query = new Query(wanted.company(), wanted.reach());
        RecordingFilter filter = wanted.filter();
        filter.from()
                .ifPresent(at ->
                        query.and(" and r.began_at >= :from", "from", at.atOffset(ZoneOffset.UTC)));
        filter.to()
                .ifPresent(at ->
                        query.and(" and r.began_at < :to", "to", at.atOffset(ZoneOffset.UTC)));
        filter.number()
                .ifPresent(digits ->
                        query.and(
                                " and (r.one_number like :number or r.other_number like :number)",
                                "number",
                                "%" + digits + "%"));
        filter.person()
                .ifPresent(person ->
                        query.and("", "person", person.id())
                                .and(
                                        " and (r.asked_by = :person or r.one_number = :extension or"
                                                + " r.other_number = :extension)",
                                        "extension",
                                        person.extension()));
        wanted.after()
                .ifPresent(last ->
                        query.and(
                                " and (r.began_at, r.id) < (select a.began_at, a.id from"
                                        + " call_recording a where a.company_id = :company and a.id"
                                        + " = :after)",
                                "after",
                                last.text()));
        query.and(
                " order by r.company_id desc, r.began_at desc, r.id desc limit :most",
                "most",
                wanted.most());
        return rows(wanted.company(), query);
    }

    private List<KeptRecording> rows(CompanyId company, Query query) {
        return tables.of(company)
                .sql(query.sql.toString())
                .params(query.values)
                .query((row, _) -> RecordingRows.read(row))
                .list();
    }

    /** One that is over; empty: there is none, or it is none of his business. */
    Optional<KeptRecording> find(CompanyId company, Reach reach, RecordingId id) {
        Query query = new Query(company, reach).and(OVER + " and r.id = :id", "id", id.text());
        return rows(company, query).stream().findFirst();
    }

    /** Those of a call that are over, the first first. */
    List<KeptRecording> ofCall(CompanyId company, Reach reach, String call) {
        Query query =
                new Query(company, reach)
                        .and(
                                OVER + " and r.call_id = :call order by r.began_at, r.id",
                                "call",
                                call);
        return rows(company, query);
    }

    /** Of some, those within a reach. */
    Set<RecordingId> among(CompanyId company, Reach reach, Collection<RecordingId> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        Query query =
                new Query(company, reach)
                        .and(
                                " and r.id in (:some)",
                                "some",
                                some.stream().map(RecordingId::text).toList());
        return rows(company, query).stream()
                .map(one -> one.facts().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
