package org.sonnerie.pbx.readiness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.sonnerie.pbx.plan.Keyword;
import org.springframework.stereotype.Component;

/** The last check of somebody's phone in his archive. Thread safe. */
@Component
class CheckExport implements PersonRecords {
    private static final List<String> COLUMNS =
            List.of("checked", "rating", "problem", "lost_permille", "round_trip_millis");

    private final ReadinessChecks checks;

    CheckExport(ReadinessChecks checks) {
        this.checks = checks;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "phone-check.csv",
                COLUMNS,
                Optional.ofNullable(checks.last(wish.account().company()).get(wish.account().id()))
                        .map(CheckExport::line)
                        .stream());
    }

    private static List<String> line(ReadinessResult result) {
        return List.of(
                result.at().toString(),
                Keyword.of(result.rating()),
                result.problem().map(Keyword::of).orElse(""),
                result.sound().map(one -> String.valueOf(one.lostPermille())).orElse(""),
                result.sound().map(one -> String.valueOf(one.roundTripMillis())).orElse(""));
    }
}
