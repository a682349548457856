package org.sonnerie.pbx.admin;

import java.util.Locale;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.Destination.ToAnnouncement;
import org.sonnerie.pbx.plan.Destination.ToEcho;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.Destination.ToHangUp;
import org.sonnerie.pbx.plan.Destination.ToMailbox;
import org.sonnerie.pbx.plan.Destination.ToMenu;
import org.sonnerie.pbx.plan.Destination.ToMusic;
import org.sonnerie.pbx.plan.Destination.ToNowhere;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToOwnMailbox;
import org.sonnerie.pbx.plan.Destination.ToPark;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Destination.ToPickup;
import org.sonnerie.pbx.plan.Destination.ToRoom;
import org.sonnerie.pbx.plan.Destination.ToRoute;
import org.sonnerie.pbx.plan.Destination.ToSlot;
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

    static Phrase destination(CompanyPlan plan, Destination destination) {
        return switch (destination) {
            case ToPerson _ -> placed(plan, "person", destination);
            case ToGroup _ -> placed(plan, "group", destination);
            case ToMenu _ -> placed(plan, "menu", destination);
            case ToRoom _ -> placed(plan, "room", destination);
            case ToRoute _ -> placed(plan, "route", destination);
            case ToAnnouncement _ -> placed(plan, "announcement", destination);
            case ToHangUp() -> named("hangup", "", "");
            case ToOutside(String number, boolean _) -> named("outside", number, "");
            case ToEcho() -> named("echo", "", "");
            case ToMusic() -> named("music", "", "");
            case ToMailbox(var box) -> named("mailbox", box.id(), "");
            case ToOwnMailbox() -> named("own-mailbox", "", "");
            case ToPark() -> named("park", "", "");
            case ToSlot(var slot) -> named("slot", "", slot);
            case ToPickup(var extension) -> named("pickup", "", extension);
            case ToNowhere(Refusal _) -> nowhere();
        };
    }

    private static Phrase placed(CompanyPlan plan, String kind, Destination destination) {
        return plan.at(destination)
                .map(place -> named(kind, place.name(), place.extension()))
                .orElseGet(Words::nowhere);
    }

    private static Phrase named(String kind, String name, String extension) {
        return new Phrase("destination." + kind, name, extension);
    }

    private static Phrase nowhere() {
        return named("nowhere", "", "");
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
