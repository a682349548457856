package org.sonnerie.pbx.backup;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When the backup of a night is due: from three o'clock on, where the server is. */
final class Night {
    private static final LocalTime BEGINS = LocalTime.of(3, 0);

    private Night() {}

    /** Whether none was made, or tried, since the last time it was three o'clock. */
    static boolean due(Optional<Instant> newest, Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.toLocalDate().atTime(BEGINS).atZone(zone);
        ZonedDateTime last =
                here.isBefore(today)
                        ? here.toLocalDate().minusDays(1).atTime(BEGINS).atZone(zone)
                        : today;
        return newest.isEmpty() || newest.get().isBefore(last.toInstant());
    }
}
