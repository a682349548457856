package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.Opening;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RouteId;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.plan.TrunkId;

/** Why a call went as it went, as data: one for each decision, told to people as a sentence. */
public sealed interface Reason permits Reason.OnTheWay, Reason.OnReaching, FeatureReason {
    /** Of the call's way, but for how people and groups are reached, and rooms. */
    sealed interface OnTheWay extends Reason {}

    /**
     * What was dialled or called leads somewhere.
     *
     * @param dialled as typed, or the number called
     * @param destination where to
     */
    record Leads(String dialled, Destination destination) implements OnTheWay {}

    /**
     * The caller from outside is led elsewhere than the number called.
     *
     * @param callers whom the rule is about
     * @param to where the call goes
     */
    record CallerListed(ScreeningRule.Callers callers, Destination to) implements OnTheWay {}

    /**
     * The plan has nothing of that name any more.
     *
     * @param destination what was asked for
     */
    record NotInPlan(Destination destination) implements OnTheWay {}

    /**
     * Opening hours decided.
     *
     * @param route for which route
     * @param hours which hours
     * @param opening what they said
     * @param destination where the call goes
     */
    record HoursSay(RouteId route, HoursId hours, Opening opening, Destination destination)
            implements OnTheWay {}

    /**
     * An announcement is made.
     *
     * @param announcement which
     */
    record Announces(AnnouncementId announcement) implements OnTheWay {}

    /**
     * A person is rung.
     *
     * @param person who
     * @param seconds for how long
     */
    record Rings(PersonId person, int seconds) implements OnTheWay {}

    /**
     * A person who was to be rung is the caller himself.
     *
     * @param person who
     */
    record CallsHimself(PersonId person) implements OnTheWay {}

    /**
     * A person is not reached.
     *
     * @param person who
     * @param why for example declined, unreachable, no answer
     */
    record NotReached(PersonId person, EndReason why) implements OnTheWay {}

    /**
     * A person answered.
     *
     * @param person who
     */
    record Answered(PersonId person) implements OnTheWay {}

    /**
     * All members of a group are rung at once.
     *
     * @param group which
     * @param members how many
     * @param seconds for how long
     */
    record RingsGroup(GroupId group, int members, int seconds) implements OnTheWay {}

    /** How people and groups are reached otherwise than by ringing all at once. */
    sealed interface OnReaching extends Reason {}

    /**
     * The members of a group are rung one after another.
     *
     * @param group which
     * @param strategy why in this order
     * @param members in this order
     */
    record RingsInTurn(GroupId group, Ringing.Strategy strategy, List<PersonId> members)
            implements OnReaching {
        /** Copies the list. */
        public RingsInTurn {
            members = List.copyOf(members);
        }
    }

    /**
     * A group has nobody who can be rung.
     *
     * @param group which
     */
    record GroupEmpty(GroupId group) implements OnReaching {}

    /**
     * Nobody of a group took the call: it goes on.
     *
     * @param group which
     * @param destination where to
     */
    record GroupLeadsOn(GroupId group, Destination destination) implements OnReaching {}

    /**
     * A person does not want to be disturbed: his phone does not ring.
     *
     * @param person who
     */
    record NotDisturbed(PersonId person) implements OnReaching {}

    /**
     * A person's calls go elsewhere.
     *
     * @param person whose
     * @param when which of them
     * @param destination where to
     */
    record Forwards(PersonId person, Reach.When when, Destination destination)
            implements OnReaching {}

    /**
     * A person's phone outside is rung, too.
     *
     * @param person whose
     * @param number which
     */
    record FollowsHim(PersonId person, String number) implements OnReaching {}

    /**
     * A person's phone outside answered; whoever is there is asked whether he takes the call.
     *
     * @param person whose
     */
    record AsksToAccept(PersonId person) implements OnReaching {}

    /**
     * Whoever answered a person's phone outside did not take the call.
     *
     * @param person whose
     */
    record NotAccepted(PersonId person) implements OnReaching {}

    /**
     * A person's pages sleep: his browser was sent a push message.
     *
     * @param person whose
     */
    record Woken(PersonId person) implements OnReaching {}

    /**
     * Forwards lead in a circle, or there are too many: the last is not followed.
     *
     * @param person to whom or from whom it would lead again
     * @param forwards how many the call passed
     */
    record ForwardLoop(PersonId person, int forwards) implements OnReaching {}

    /**
     * Nobody of a group was reached.
     *
     * @param group which
     * @param why what the caller is told
     */
    record GroupNotReached(GroupId group, EndReason why) implements OnTheWay {}

    /**
     * The call goes to the phone network.
     *
     * @param trunk over which trunk
     * @param number the number called
     * @param emergency an emergency number
     */
    record GoesOut(TrunkId trunk, String number, boolean emergency) implements OnTheWay {}

    /** The company has no trunk to call over. */
    record NoTrunk() implements OnTheWay {}

    /**
     * The phone network did not connect the call.
     *
     * @param trunk over which trunk
     * @param why as the carrier said
     */
    record OutsideRefused(TrunkId trunk, EndReason why) implements OnTheWay {}

    /**
     * A menu greets.
     *
     * @param menu which
     * @param attempt 1, 2, 3 …
     */
    record MenuGreets(MenuId menu, int attempt) implements OnTheWay {}

    /**
     * Something was chosen in a menu.
     *
     * @param menu which
     * @param typed the key or the extension
     * @param destination where it leads
     */
    record MenuChosen(MenuId menu, String typed, Destination destination) implements OnTheWay {}

    /**
     * What was typed in a menu leads nowhere, or nothing was typed in time.
     *
     * @param menu which
     * @param typed empty: nothing
     */
    record MenuNotUnderstood(MenuId menu, Optional<String> typed) implements OnTheWay {}

    /**
     * A menu asked in vain and says good-bye.
     *
     * @param menu which
     */
    record MenuGaveUp(MenuId menu) implements OnTheWay {}

    /**
     * A menu asked in vain and leads on.
     *
     * @param menu which
     * @param destination where to
     */
    record MenuLeadsOn(MenuId menu, Destination destination) implements OnTheWay {}

    /**
     * A room let somebody in.
     *
     * @param room which
     * @param role which PIN it was
     */
    record PinAccepted(RoomId room, SecretRole role) implements OnTheWay {}

    /**
     * A room's PIN was wrong or not typed.
     *
     * @param room which
     * @param attempt 1, 2, 3 …
     */
    record PinRefused(RoomId room, int attempt) implements OnTheWay {}

    /**
     * A person handed the call on.
     *
     * @param by who
     * @param dialled what he typed
     * @param destination where it leads
     */
    record HandedOn(PersonId by, String dialled, Destination destination) implements OnTheWay {}

    /**
     * A person asks somebody while the others wait.
     *
     * @param by who
     * @param dialled what he typed
     * @param destination whom he asks
     */
    record Asks(PersonId by, String dialled, Destination destination) implements OnTheWay {}

    /**
     * A person who asked is back with whoever waited.
     *
     * @param by who
     * @param why for example busy, or hung up by either
     */
    record AskedOver(PersonId by, EndReason why) implements OnTheWay {}

    /**
     * A person who asked left; the others talk.
     *
     * @param by who
     */
    record PutThrough(PersonId by) implements OnTheWay {}

    /**
     * A person brought all together.
     *
     * @param by who
     * @param parties how many talk now
     */
    record BroughtTogether(PersonId by, int parties) implements OnTheWay {}

    /**
     * Nobody took what had been handed on or parked: it goes back.
     *
     * @param to to whom
     * @param why for example no answer
     */
    record GoesBack(PersonId to, EndReason why) implements OnTheWay {}

    /**
     * A person parked the call.
     *
     * @param by who
     * @param slot where
     */
    record ParkedIn(PersonId by, String slot) implements OnTheWay {}

    /**
     * A person took the call from a slot, out of a queue or in place of another.
     *
     * @param person who
     * @param way how
     */
    record Took(PersonId person, Way way) implements OnTheWay {}

    /**
     * The caller may leave a message.
     *
     * @param box in which mailbox
     */
    record TakesMessage(MailboxId box) implements OnTheWay {}

    /**
     * The caller left a message.
     *
     * @param box in which mailbox
     * @param urgent he says it is urgent
     */
    record MessageLeft(MailboxId box, boolean urgent) implements OnTheWay {}

    /**
     * The caller said nothing after the tone.
     *
     * @param box in which mailbox
     */
    record NothingRecorded(MailboxId box) implements OnTheWay {}

    /**
     * A person hears the messages of his mailbox.
     *
     * @param box which
     */
    record HearsMessages(MailboxId box) implements OnTheWay {}

    /**
     * A person calls who left a message.
     *
     * @param destination where he is reached
     */
    record CallsBack(Destination destination) implements OnTheWay {}

    /**
     * A page is gone; the leg waits for it.
     *
     * @param person whose page
     * @param seconds for how long
     */
    record WaitsForPage(PersonId person, int seconds) implements OnTheWay {}

    /**
     * A page is back.
     *
     * @param person whose page
     */
    record PageBack(PersonId person) implements OnTheWay {}

    /**
     * The call is over.
     *
     * @param reason why
     * @param by the leg that caused it; empty: time or the server
     */
    record Over(EndReason reason, Optional<LegId> by) implements OnTheWay {}
}
