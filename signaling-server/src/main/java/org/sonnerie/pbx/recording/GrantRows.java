package org.sonnerie.pbx.recording;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may hear recordings of others, in the database. */
@Repository
class GrantRows {
    private static final String QUEUE = "QUEUE";
    private static final String GROUP = "GROUP";
    private static final String PERSON = "PERSON";
    private static final String ALL =
            "select g.person_id, g.everything, g.download, p.part_kind, p.part_id from"
                    + " recording_grant g left join recording_grant_part p on p.company_id ="
                    + " g.company_id and p.person_id = g.person_id where g.company_id = ?";

    private final Tables tables;

    GrantRows(Tables tables) {
        this.tables = tables;
    }

    /** A grant, with one of its parts; {@code kind} is empty where there is none. */
    private record Row(
            String person, boolean everything, boolean download, String kind, String part) {}

    /** In the order of the people's ids. */
    List<Grant> all(CompanyId company) {
        return grants(
                tables.of(company)
                        .sql(ALL + " order by g.person_id, p.part_kind, p.part_id")
                        .params(company.text()));
    }

    Optional<Grant> find(CompanyId company, PersonId person) {
        return grants(
                        tables.of(company)
                                .sql(ALL + " and g.person_id = ?")
                                .params(company.text(), person.text()))
                .stream()
                .findFirst();
    }

    private static List<Grant> grants(JdbcClient.StatementSpec statement) {
        Map<String, List<Row>> rows =
                statement
                        .query((row, _) ->
                                new Row(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        row.getBoolean(3),
                                        Optional.ofNullable(row.getString(4)).orElse(""),
                                        Optional.ofNullable(row.getString(5)).orElse("")))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::person, LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream().map(GrantRows::grant).toList();
    }

    private static Grant grant(List<Row> rows) {
        Row first = rows.getFirst();
        Heard heard =
                new Heard(
                        first.everything(),
                        parts(rows, QUEUE, QueueId::new),
                        parts(rows, GROUP, GroupId::new),
                        parts(rows, PERSON, PersonId::new));
        return new Grant(new PersonId(first.person()), heard, first.download());
    }

    private static <T> Set<T> parts(List<Row> rows, String kind, Function<String, T> id) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(row -> id.apply(row.part()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the place of the person's last one; within a transaction. */
    void put(CompanyId company, Grant grant) {
        remove(company, grant.person());
        tables.of(company)
                .sql(
                        "insert into recording_grant (company_id, person_id, everything, download)"
                                + " values (?, ?, ?, ?)")
                .params(
                        company.text(),
                        grant.person().text(),
                        grant.heard().everything(),
                        grant.download())
                .update();
        add(company, grant.person(), QUEUE, Heard.ids(grant.heard().queues()));
        add(company, grant.person(), GROUP, Heard.ids(grant.heard().groups()));
        add(company, grant.person(), PERSON, Heard.ids(grant.heard().people()));
    }

    private void add(CompanyId company, PersonId person, String kind, Collection<String> parts) {
        for (String part : parts) {
            tables.of(company)
                    .sql(
                            "insert into recording_grant_part (company_id, person_id, part_kind,"
                                    + " part_id) values (?, ?, ?, ?)")
                    .params(company.text(), person.text(), kind, part)
                    .update();
        }
    }

    /** With its parts. */
    void remove(CompanyId company, PersonId person) {
        tables.of(company)
                .sql("delete from recording_grant where company_id = ? and person_id = ?")
                .params(company.text(), person.text())
                .update();
    }
}
