package org.sonnerie.pbx.audit;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.stereotype.Component;

/**
 * What the audit log says of somebody, in his archive: what he did, and what others did with his
 * account; not where those others were. Thread safe.
 */
@Component
class AuditExport implements PersonRecords {
    private static final int STEPS = 1_000;
    private static final List<String> COLUMNS =
            List.of("number", "at", "who", "address", "action", "subject");

    private final AuditRows rows;

    AuditExport(AuditRows rows) {
        this.rows = rows;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        Account account = wish.account();
        CompanyId company = account.company();
        Stream<List<AuditRow>> parts =
                Stream.iterate(
                        rows.following(company, 0, STEPS),
                        part -> !part.isEmpty(),
                        part -> rows.following(company, part.getLast().number(), STEPS));
        archive.table(
                "audit-log.csv",
                COLUMNS,
                parts.flatMap(List::stream)
                        .filter(row -> isBy(account, row) || isAbout(account, row))
                        .map(row -> line(account, row)));
    }

    private static boolean isBy(Account account, AuditRow row) {
        return row.actor().person().equals(account.id().text());
    }

    /** User names are unique, and stay; several people can have one display name. */
    private static boolean isAbout(Account account, AuditRow row) {
        return Stream.of(AuditKind.PEOPLE, AuditKind.LOG_INS)
                        .flatMap(kind -> AuditRows.actions(kind).stream())
                        .anyMatch(row.action()::equals)
                && row.subject().endsWith("(" + account.userName() + ")");
    }

    private static List<String> line(Account account, AuditRow row) {
        return List.of(
                String.valueOf(row.number()),
                row.at().toString(),
                row.actor().name(),
                isBy(account, row) ? row.actor().address() : "",
                row.action(),
                row.subject());
    }
}
