package org.sonnerie.pbx.plan;

import java.time.LocalDate;

/**
 * Days on which a company is closed, whatever day of the week they are.
 *
 * @param first the first of them
 * @param last the last of them, the same for a single day
 * @param name such as "Christmas"
 */
public record Holiday(LocalDate first, LocalDate last, String name) {
    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
