package org.sonnerie.pbx.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyExported;
import org.sonnerie.pbx.config.Csv;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.history.CallPage;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a company has into one archive. Thread safe. */
@Component
public class CompanyExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SECRETS = List.of("pin", "moderatorPin");
    private static final List<String> PEOPLE =
            List.of("user_name", "name", "role", "extension", "email");
    private static final List<String> CALLS =
            List.of(
                    "call",
                    "began",
                    "ended",
                    "direction",
                    "caller_name",
                    "caller_number",
                    "dialled",
                    "led_to",
                    "answered",
                    "talked_seconds",
                    "why_ended");
    private static final double MILLIS = 1_000;

    private final Published published;
    private final People people;
    private final CallHistory history;
    private final MessageSource words;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    CompanyExport(
            Published published,
            People people,
            CallHistory history,
            MessageSource words,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.published = published;
        this.people = people;
        this.history = history;
        this.words = words;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Writes the archive, part by part.
     *
     * @param company whose
     * @param locale of its description
     * @param out takes a ZIP file; not closed
     * @throws IOException if it does not take it
     */
    public void write(Company company, Locale locale, OutputStream out) throws IOException {
        changes.make(company.id(), () -> events.publishEvent(new CompanyExported(company.id())));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Object[] name = {company.name()};
        begin(zip, "README.txt");
        text(zip, words.getMessage("provider.export.readme", name, locale));
        begin(zip, "plan.json");
        text(zip, plan(company.id()));
        begin(zip, "people.csv");
        people(zip, company.id());
        begin(zip, "calls.csv");
        calls(zip, company.id());
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static void text(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String plan(CompanyId company) {
        JsonNode root = JSON.readTree(published.document(company));
        forget(root);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(SECRETS);
        }
        node.forEach(CompanyExport::forget);
    }

    private void people(ZipOutputStream zip, CompanyId company) throws IOException {
        CompanyPlan plan = published.current(company);
        text(zip, Csv.BYTE_ORDER_MARK + Csv.line(PEOPLE));
        for (Account account : people.of(company)) {
            if (account.role() != Role.PROVIDER) {
                Optional<Person> person = plan.person(account.id());
                text(
                        zip,
                        Csv.line(
                                List.of(
                                        account.userName(),
                                        account.displayName(),
                                        account.role().word(),
                                        person.map(Person::extension).orElse(""),
                                        person.flatMap(one -> one.contact().email()).orElse(""))));
            }
        }
    }

    private void calls(ZipOutputStream zip, CompanyId company) throws IOException {
        text(zip, Csv.BYTE_ORDER_MARK + Csv.line(CALLS));
        Optional<CallId> after = Optional.empty();
        do {
            CallPage page = history.page(company, CallFilter.ALL, after, CallHistory.LONGEST_PAGE);
            for (CallRecord call : page.calls()) {
                text(zip, Csv.line(cells(call)));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private static List<String> cells(CallRecord call) {
        return List.of(
                call.call().text(),
                call.time().began().toString(),
                call.time().ended().toString(),
                Keyword.of(call.direction()),
                call.caller().name(),
                call.caller().number(),
                call.way().dialled(),
                call.way().ledTo().name(),
                call.outcome().answered().map(Instant::toString).orElse(""),
                String.format(Locale.ROOT, "%.3f", call.outcome().talked().toMillis() / MILLIS),
                call.outcome().why().map(Keyword::of).orElse(""));
    }
}
