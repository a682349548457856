package org.sonnerie.pbx.voicemail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.stereotype.Component;

/**
 * The mailboxes that a person may open: his own, those of his groups and of his queues. Thread
 * safe.
 */
@Component
public class OwnMailboxes {
    private final Voicemail voicemail;
    private final Plans plans;

    OwnMailboxes(Voicemail voicemail, Plans plans) {
        this.voicemail = voicemail;
        this.plans = plans;
    }

    List<MailboxId> boxes(CompanyId company, PersonId person) {
        CompanyPlan plan = plans.current(company);
        Stream<MailboxId> groups =
                plan.groups().stream()
                        .filter(group -> group.members().contains(person))
                        .map(group -> MailboxId.of(group.id()));
        Stream<MailboxId> queues =
                plan.flow().queues().stream()
                        .filter(queue -> queue.agents().contains(person))
                        .map(queue -> MailboxId.of(queue.id()));
        return Stream.concat(Stream.of(MailboxId.of(person)), Stream.concat(groups, queues))
                .toList();
    }

    List<Message> messages(CompanyId company, PersonId person) {
        return boxes(company, person).stream()
                .flatMap(box -> voicemail.in(company, box).stream())
                .sorted(Comparator.comparing((Message one) -> one.facts().began()).reversed())
                .toList();
    }

    /**
     * How many messages nobody has heard.
     *
     * @param company whose
     * @param person whose mailboxes
     * @return in all of them
     */
    public int unheard(CompanyId company, PersonId person) {
        return boxes(company, person).stream()
                .mapToInt(box -> voicemail.unheard(company, box))
                .sum();
    }

    /**
     * Who may open a mailbox.
     *
     * @param company whose
     * @param box which
     * @return the person, the group's members or the queue's agents
     */
    public List<PersonId> owners(CompanyId company, MailboxId box) {
        return switch (box.owner()) {
            case PERSON -> List.of(new PersonId(box.id()));
            case GROUP ->
                    plans.current(company)
                            .group(new GroupId(box.id()))
                            .map(RingGroup::members)
                            .orElse(List.of());
            case QUEUE ->
                    plans.current(company)
                            .queue(new QueueId(box.id()))
                            .map(Queue::agents)
                            .orElse(List.of());
        };
    }

    /** A message of the person's, if it is one. */
    Optional<Message> message(CompanyId company, PersonId person, MessageId id) {
        return voicemail.find(company, id).filter(one -> isOwn(company, person, one));
    }

    Optional<Message> deletedMessage(CompanyId company, PersonId person, MessageId id) {
        return voicemail.findDeleted(company, id).filter(one -> isOwn(company, person, one));
    }

    private boolean isOwn(CompanyId company, PersonId person, Message message) {
        return boxes(company, person).contains(message.facts().box());
    }

    /** The name of a group's or queue's mailbox; empty for a person's own. */
    String nameOf(CompanyId company, MailboxId box) {
        return name(plans.current(company), box);
    }

    /** The same in that plan. */
    static String name(CompanyPlan plan, MailboxId box) {
        return switch (box.owner()) {
            case PERSON -> "";
            case GROUP -> plan.group(new GroupId(box.id())).map(RingGroup::name).orElse("");
            case QUEUE -> plan.queue(new QueueId(box.id())).map(Queue::name).orElse("");
        };
    }

    /** What one of the person's own mailboxes is opened by; empty: by no code. */
    Optional<String> dial(CompanyId company, MailboxId box) {
        CompanyPlan plan = plans.current(company);
        Optional<String> code =
                plan.outside().rules().codes().entrySet().stream()
                        .filter(one -> one.getValue() instanceof Destination.ToOwnMailbox)
                        .map(Map.Entry::getKey)
                        .findFirst();
        return switch (box.owner()) {
            case PERSON -> code;
            case GROUP ->
                    code.flatMap(first ->
                            plan.group(new GroupId(box.id()))
                                    .map(group -> first + group.extension()));
            case QUEUE ->
                    code.flatMap(first ->
                            plan.queue(new QueueId(box.id()))
                                    .map(queue -> first + queue.extension()));
        };
    }

    /** The mailbox of whoever is dialled. */
    Optional<MailboxId> dialled(CompanyId company, String to) {
        CompanyPlan plan = plans.current(company);
        return switch (Dialling.read(plan, to)) {
            case Destination.ToPerson(var id) ->
                    plan.person(id).filter(one -> one.voicemail()).map(_ -> MailboxId.of(id));
            case Destination.ToGroup(var id) ->
                    plan.group(id).filter(one -> one.voicemail()).map(_ -> MailboxId.of(id));
            case Destination.ToQueue(var id, int _) ->
                    plan.queue(id).filter(Queue::voicemail).map(_ -> MailboxId.of(id));
            case Destination.ToMailbox(var box) -> Optional.of(box);
            case Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
                    Destination.ToHangUp _,
                    Destination.ToOutside _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _,
                    Destination.ToNowhere _ ->
                    Optional.empty();
        };
    }
}
