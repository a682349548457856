package org.sonnerie.pbx.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.privacy.FormerStaff;
import org.sonnerie.pbx.privacy.Leaver;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who stood in a company's plans and has left. His extension stays in the plans of that time: it is
 * what calls were led by, and what their stories are told by. Thread safe.
 */
@Repository
class PlanNames implements FormerStaff, PersonTraces {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "name";

    private final Tables tables;
    private final People people;

    PlanNames(Tables tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    /** Somebody as one version has him. */
    private record Phone(String id, String name, String extension) {}

    private record Version(Instant at, List<Phone> phones, boolean byName) {}

    /** What all versions together say of one who is in the newest no more. */
    private static final class Trace {
        private final Set<String> names = new HashSet<>();
        private final Set<String> extensions = new HashSet<>();
        private Instant left = Instant.MIN;
    }

    @Override
    public List<Leaver> gone(CompanyId company) {
        List<Version> versions = versions(company);
        Map<String, Trace> traces = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            Instant next = i + 1 < versions.size() ? versions.get(i + 1).at() : Instant.MAX;
            for (Phone phone : versions.get(i).phones()) {
                Trace trace = traces.computeIfAbsent(phone.id(), _ -> new Trace());
                trace.names.add(phone.name());
                trace.extensions.add(phone.extension());
                trace.left = next;
            }
        }
        Set<String> here = here(company);
        boolean byName = versions.stream().anyMatch(Version::byName);
        return traces.entrySet().stream()
                .filter(one -> !one.getValue().left.equals(Instant.MAX))
                .filter(one -> !here.contains(one.getKey()))
                .map(one -> leaver(one.getKey(), one.getValue(), traces, byName))
                .toList();
    }

    private static Leaver leaver(
            String id, Trace trace, Map<String, Trace> traces, boolean byName) {
        boolean alone =
                traces.entrySet().stream()
                        .filter(other -> !other.getKey().equals(id))
                        .flatMap(other -> other.getValue().names.stream())
                        .noneMatch(trace.names::contains);
        return new Leaver(
                new PersonId(id), trace.names, trace.extensions, alone, byName, trace.left);
    }

    private List<Version> versions(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select published_at, body from company_plan where company_id = ?"
                                + " order by version")
                .param(company.text())
                .query((row, _) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return new Version(
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                phones(JSON.readTree(body)).map(PlanNames::phone).toList(),
                body.contains("\"directory\""));
    }

    private static Stream<JsonNode> phones(JsonNode plan) {
        return plan.path("people").valueStream();
    }

    private static Phone phone(JsonNode node) {
        return new Phone(
                node.path("id").asString(""),
                node.path(NAME).asString(""),
                node.path("extension").asString(""));
    }

    /** Whoever has an account, or stands in the draft, has not left. */
    private Set<String> here(CompanyId company) {
        Set<String> here = new HashSet<>();
        people.of(company).stream().map(Account::id).map(PersonId::text).forEach(here::add);
        tables.of(company)
                .sql("select body from plan_draft where company_id = ?")
                .param(company.text())
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(body ->
                        phones(JSON.readTree(body))
                                .map(PlanNames::phone)
                                .forEach(one -> here.add(one.id())));
        return here;
    }

    @Override
    public Runnable renaming(CompanyId company, Leaver leaver, String pseudonym) {
        return () -> rename(company, leaver.person().text(), pseudonym);
    }

    private void rename(CompanyId company, String person, String pseudonym) {
        List<PlanVersions.Version> all = new ArrayList<>();
        tables.of(company)
                .sql("select version, body from company_plan where company_id = ?")
                .param(company.text())
                .query((row, _) ->
                        new PlanVersions.Version(row.getLong("version"), row.getString("body")))
                .list()
                .forEach(one -> {
                    JsonNode plan = JSON.readTree(one.body());
                    List<JsonNode> his =
                            phones(plan).filter(node -> phone(node).id().equals(person)).toList();
                    his.forEach(node -> rename((ObjectNode) node, pseudonym));
                    if (!his.isEmpty()) {
                        all.add(new PlanVersions.Version(one.version(), plan.toString()));
                    }
                });
        for (PlanVersions.Version one : all) {
            tables.of(company)
                    .sql("update company_plan set body = ? where company_id = ? and version = ?")
                    .params(one.body(), company.text(), one.version())
                    .update();
        }
    }

    private static void rename(ObjectNode phone, String pseudonym) {
        phone.put(NAME, pseudonym).putNull("email").putNull("department");
    }
}
