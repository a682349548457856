package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Looks for what leads to something that does not exist. */
final class LeadCheck {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;

    /**
     * A check.
     *
     * @param plan in which it must exist
     * @param problem takes a spot and what is wrong there
     */
    LeadCheck(CompanyPlan plan, BiConsumer<Spot, Flaw> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    /** Whether a text is "+" and 7 to 15 digits. */
    static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    /** Checks one. */
    void leads(Spot spot, Destination destination) {
        switch (destination) {
            case Destination.ToPerson(var id) -> person(spot, id);
            case Destination.ToGroup(var id) ->
                    unless(plan.group(id).isPresent(), spot, "no-group", id);
            case Destination.ToQueue(var id, int _) ->
                    unless(plan.queue(id).isPresent(), spot, "no-queue", id);
            case Destination.ToMenu(var id) ->
                    unless(plan.menu(id).isPresent(), spot, "no-menu", id);
            case Destination.ToRoom(var id) ->
                    unless(plan.room(id).isPresent(), spot, "no-room", id);
            case Destination.ToOutside(String number, boolean _) -> outside(spot, number);
            case Destination.ToRoute(var id) ->
                    unless(plan.route(id).isPresent(), spot, "no-route", id);
            case Destination.ToAnnouncement(var id) ->
                    unless(plan.announcement(id).isPresent(), spot, "no-announcement", id);
            case Destination.ToEcho _, Destination.ToMusic _, Destination.ToHangUp _ -> {}
            case Destination.ToOwnMailbox _, Destination.ToVoicemailAccess _ -> {}
            case Destination.ToPark _, Destination.ToPickup _, Destination.ToDirectory _ -> {}
            case Destination.ToMailbox(var box) ->
                    unless(hasOwner(box), spot, "no-mailbox-owner", box);
            case Destination.ToMailboxOf(String extension) ->
                    unless(
                            extension.isEmpty() || plan.atExtension(extension).isPresent(),
                            spot,
                            "no-extension",
                            extension);
            case Destination.ToSlot(String slot) ->
                    unless(
                            plan.outside()
                                    .rules()
                                    .parkSlots()
                                    .filter(all -> all.has(slot))
                                    .isPresent(),
                            spot,
                            "no-slot",
                            slot);
            case Destination.ToNowhere _ -> unless(false, spot, "leads-nowhere");
        }
    }

    /** Whoever is led there calls at the company's cost, as if it dialled the number itself. */
    private void outside(Spot spot, String number) {
        unless(isE164(number), spot, "bad-outside-number");
        boolean closed =
                Dialling.read(plan, number)
                        .equals(new Destination.ToNowhere(Destination.Refusal.NOT_OPEN));
        unless(!closed, spot, "not-open", number);
    }

    /** Checks that there is a person. */
    void person(Spot spot, PersonId id) {
        unless(plan.person(id).isPresent(), spot, "no-person", id);
    }

    private void unless(boolean good, Spot spot, String word, Object... parts) {
        if (!good) {
            problem.accept(spot, Flaw.of(word, parts));
        }
    }

    private boolean hasOwner(MailboxId box) {
        return switch (box.owner()) {
            case PERSON -> plan.person(new PersonId(box.id())).isPresent();
            case GROUP -> plan.group(new GroupId(box.id())).isPresent();
            case QUEUE -> plan.queue(new QueueId(box.id())).isPresent();
        };
    }
}
