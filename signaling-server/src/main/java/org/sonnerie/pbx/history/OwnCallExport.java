package org.sonnerie.pbx.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/** Somebody's calls, and what he reported of them, in his archive. Thread safe. */
@Component
class OwnCallExport implements PersonRecords {
    private static final List<String> CALLS =
            List.of(
                    "call",
                    "began",
                    "ended",
                    "direction",
                    "part",
                    "other_name",
                    "other_number",
                    "answered",
                    "talked_seconds");
    private static final List<String> REPORTS = List.of("call", "reported", "complaint", "note");
    private static final double MILLIS = 1_000;

    private final OwnCalls calls;
    private final CallReportRows reports;

    OwnCallExport(OwnCalls calls, CallReportRows reports) {
        this.calls = calls;
        this.reports = reports;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        CompanyId company = wish.account().company();
        PersonId person = wish.account().id();
        Stream<OwnCalls.Page> pages =
                Stream.iterate(
                                Optional.of(calls.page(company, person, Optional.empty())),
                                Optional::isPresent,
                                page -> page.flatMap(one -> after(company, person, one)))
                        .flatMap(Optional::stream);
        archive.table(
                "calls.csv",
                CALLS,
                pages.flatMap(page -> page.calls().stream()).map(OwnCallExport::line));
        archive.table(
                "call-reports.csv",
                REPORTS,
                reports.by(company, person).entrySet().stream()
                        .map(one ->
                                List.of(
                                        one.getKey().text(),
                                        one.getValue().at().toString(),
                                        Keyword.of(one.getValue().what()),
                                        one.getValue().note())));
    }

    private Optional<OwnCalls.Page> after(CompanyId company, PersonId person, OwnCalls.Page page) {
        return page.more()
                ? Optional.of(
                        calls.page(
                                company,
                                person,
                                Optional.of(page.calls().getLast().record().call())))
                : Optional.empty();
    }

    private static List<String> line(OwnCall call) {
        CallRecord record = call.record();
        return List.of(
                record.call().text(),
                record.time().began().toString(),
                record.time().ended().toString(),
                Keyword.of(record.direction()),
                Keyword.of(call.part().role()),
                call.other().name(),
                call.other().number(),
                record.outcome().answered().map(Instant::toString).orElse(""),
                String.format(Locale.ROOT, "%.3f", call.part().talked().toMillis() / MILLIS));
    }
}
