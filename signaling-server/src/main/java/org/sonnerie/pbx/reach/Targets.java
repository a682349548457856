package org.sonnerie.pbx.reach;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.CompanyPlan.Place;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.ReachText;

/** Where somebody's calls can go, as he writes it: {@code voicemail}, or what he would dial. */
final class Targets {
    private static final String VOICEMAIL = "voicemail";

    private final CompanyPlan plan;
    private final Person person;

    /** What became of a text. */
    sealed interface Read {}

    /**
     * It leads somewhere.
     *
     * @param destination where
     */
    record Found(Destination destination) implements Read {}

    /**
     * It does not.
     *
     * @param code why
     */
    record Refused(String code) implements Read {}

    Targets(CompanyPlan plan, Person person) {
        this.plan = plan;
        this.person = person;
    }

    Read read(String text) {
        Optional<Destination> already =
                person.reach()
                        .targets()
                        .filter(to -> text.equals(write(Optional.of(to))))
                        .findFirst();
        if (already.isPresent()) {
            return new Found(already.get());
        }
        if (text.equals(VOICEMAIL)) {
            return person.voicemail()
                    ? new Found(new Destination.ToMailbox(MailboxId.of(person.id())))
                    : new Refused("no-mailbox");
        }
        return dialled(Dialling.read(plan, text));
    }

    private Read dialled(Destination to) {
        return switch (to) {
            case Destination.ToPerson(var id) when id.equals(person.id()) ->
                    new Refused("same-person");
            case Destination.ToNowhere(var why) ->
                    new Refused(
                            why == Destination.Refusal.NOT_OPEN ? "not-open" : "unknown-target");
            case Destination.ToPerson _,
                    Destination.ToGroup _,
                    Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _ ->
                    new Found(to);
            case Destination.ToOutside(var _, boolean emergency) ->
                    emergency ? new Refused("not-for-forwards") : new Found(to);
            case Destination.ToHangUp _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _ ->
                    new Refused("not-for-forwards");
        };
    }

    @Nullable String write(Optional<Destination> destination) {
        return destination.map(this::text).orElse(null);
    }

    private String text(Destination to) {
        if (to instanceof Destination.ToMailbox(MailboxId box)
                && box.equals(MailboxId.of(person.id()))) {
            return VOICEMAIL;
        }
        if (to instanceof Destination.ToOutside(String number, boolean _)) {
            return number;
        }
        return plan.at(to).map(Place::extension).orElseGet(() -> ReachText.word(to));
    }
}
