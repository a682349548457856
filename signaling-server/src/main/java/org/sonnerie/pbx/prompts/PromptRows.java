package org.sonnerie.pbx.prompts;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** Which prompts companies have, in the database. */
@Repository
class PromptRows {
    private final Tables tables;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    PromptRows(Tables tables, DurableChange changes, ApplicationEventPublisher events) {
        this.tables = tables;
        this.changes = changes;
        this.events = events;
    }

    private record Row(CompanyId company, OwnPrompt prompt) {}

    Map<CompanyId, List<OwnPrompt>> all() {
        return tables
                .across(ProviderWork.START)
                .sql(
                        "select company_id, name, file, millis, added_by, added_at from own_prompt"
                                + " order by company_id, name")
                .query((row, _) ->
                        new Row(
                                new CompanyId(row.getString("company_id")),
                                new OwnPrompt(
                                        row.getString("name"),
                                        row.getString("file"),
                                        Duration.ofMillis(row.getLong("millis")),
                                        new PersonId(row.getString("added_by")),
                                        row.getObject("added_at", OffsetDateTime.class)
                                                .toInstant())))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::company,
                                Collectors.mapping(Row::prompt, Collectors.toList())));
    }

    /** Puts each in the place of the one of its name, all or none; durable on return. */
    void put(PromptsAdded added) {
        changes.make(
                added.company(),
                () -> {
                    added.prompts().forEach(one -> put(added.company(), one.now()));
                    events.publishEvent(added);
                });
    }

    private void put(CompanyId company, OwnPrompt prompt) {
        delete(company, prompt.name());
        tables.of(company)
                .sql(
                        "insert into own_prompt (company_id, name, file, millis, added_by,"
                                + " added_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        company.text(),
                        prompt.name(),
                        prompt.file(),
                        prompt.length().toMillis(),
                        prompt.addedBy().text(),
                        prompt.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes one away; durable on return. */
    void remove(PromptRemoved removed) {
        changes.make(
                removed.company(),
                () -> {
                    delete(removed.company(), removed.prompt().name());
                    events.publishEvent(removed);
                });
    }

    private void delete(CompanyId company, String name) {
        tables.of(company)
                .sql("delete from own_prompt where company_id = ? and name = ?")
                .params(company.text(), name)
                .update();
    }
}
