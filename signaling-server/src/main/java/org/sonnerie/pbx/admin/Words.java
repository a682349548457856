package org.sonnerie.pbx.admin;

import java.util.Locale;
import org.sonnerie.pbx.health.Check;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.readiness.ReadinessRating;
import org.sonnerie.pbx.trunks.TrunkBoard;

/** Which message says what; the text itself stands in the message bundles. */
final class Words {
    private Words() {}

    static String role(Role role) {
        return "role." + role.name().toLowerCase(Locale.ROOT);
    }

    /** The key of a trunk's state; its argument is the SIP status. */
    static String state(TrunkBoard.Entry entry, boolean registers) {
        return switch (entry.state()) {
            case UNKNOWN -> "trunk.state.unknown";
            case UP -> registers ? "trunk.state.registered" : "trunk.state.up";
            case DOWN -> entry.sipStatus() == 0 ? "trunk.state.down" : "trunk.state.failing";
            case REFUSED -> "trunk.state.refused";
            case PASSWORD_MISSING -> "trunk.state.password-missing";
        };
    }

    static String colour(TrunkBoard.State state) {
        return switch (state) {
            case UNKNOWN -> "";
            case UP -> "good";
            case DOWN, REFUSED, PASSWORD_MISSING -> "bad";
        };
    }

    static String colour(Check.Level level) {
        return switch (level) {
            case GOOD -> "good";
            case WARNING -> "warn";
            case BAD -> "bad";
        };
    }

    static String colour(ReadinessRating rating) {
        return switch (rating) {
            case GOOD -> "good";
            case FAIR -> "warn";
            case POOR -> "bad";
        };
    }

    static Phrase destination(CompanyPlan plan, Destination destination) {
        return phrase(Place.of(plan, destination));
    }

    static Phrase phrase(Place place) {
        return new Phrase("destination." + place.kind(), place.name(), place.number());
    }

    /**
     * A message with its arguments.
     *
     * @param key in the bundles
     * @param name first argument
     * @param extension second argument
     */
    record Phrase(String key, String name, String extension) {}
}
