package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * Leads a call by opening hours. Takes no time and is not heard.
 *
 * @param id names the route
 * @param name as shown
 * @param extension 2 to 6 digits
 * @param hours which opening hours decide
 * @param open where it leads while they say open
 * @param closed where it leads otherwise
 * @param holiday where it leads on a holiday; empty: as when closed
 */
public record Route(
        RouteId id,
        String name,
        String extension,
        HoursId hours,
        Destination open,
        Destination closed,
        Optional<Destination> holiday) {
    /**
     * Where it leads.
     *
     * @param opening what the hours say
     * @return the destination
     */
    public Destination when(Opening opening) {
        return switch (opening) {
            case Opening.Open _ -> open;
            case Opening.Closed _ -> closed;
            case Opening.OnHoliday _ -> holiday.orElse(closed);
        };
    }
}
