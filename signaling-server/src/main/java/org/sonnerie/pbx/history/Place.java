package org.sonnerie.pbx.history;

import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * A destination with the name it had in the plan.
 *
 * @param kind such as {@code group}; the end of its message's key
 * @param name may be empty
 * @param number extension or outside number; may be empty
 */
public record Place(String kind, String name, String number) {
    private static final String NOWHERE = "nowhere";

    /**
     * What a destination is.
     *
     * @param plan where its name stands
     * @param destination where something leads
     * @return its kind, name and number; nowhere if the plan does not have it
     */
    public static Place of(CompanyPlan plan, Destination destination) {
        return switch (destination) {
            case Destination.ToPerson _,
                    Destination.ToGroup _,
                    Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _ ->
                    plan.at(destination)
                            .map(at -> new Place(at.kind(), at.name(), at.extension()))
                            .orElse(new Place(NOWHERE, "", ""));
            case Destination.ToHangUp() -> new Place("hangup", "", "");
            case Destination.ToOutside(String number, boolean _) ->
                    new Place("outside", number, "");
            case Destination.ToEcho() -> new Place("echo", "", "");
            case Destination.ToMusic() -> new Place("music", "", "");
            case Destination.ToMailbox(var box) -> new Place("mailbox", owner(plan, box), "");
            case Destination.ToOwnMailbox() -> new Place("own-mailbox", "", "");
            case Destination.ToMailboxOf(String extension) ->
                    new Place("mailbox-of", "", extension);
            case Destination.ToVoicemailAccess() -> new Place("voicemail-access", "", "");
            case Destination.ToDirectory() -> new Place("directory", "", "");
            case Destination.ToPark() -> new Place("park", "", "");
            case Destination.ToSlot(String slot) -> new Place("slot", "", slot);
            case Destination.ToPickup(String extension) -> new Place("pickup", "", extension);
            case Destination.ToNowhere(var _) -> new Place(NOWHERE, "", "");
        };
    }

    private static String owner(CompanyPlan plan, MailboxId box) {
        Destination whose =
                switch (box.owner()) {
                    case PERSON -> new Destination.ToPerson(new PersonId(box.id()));
                    case GROUP -> new Destination.ToGroup(new GroupId(box.id()));
                    case QUEUE -> new Destination.ToQueue(new QueueId(box.id()));
                };
        return plan.at(whose).map(CompanyPlan.Place::name).orElse(box.id());
    }

    /**
     * In words.
     *
     * @return such as "Ring group Sales, extension 200"
     */
    public Sentence sentence() {
        return Sentence.of("destination." + kind, name, number);
    }
}
