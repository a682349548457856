package org.sonnerie.pbx.call;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.RingGroup;

/** Where a person's calls go that his phone does not take, and a group's that nobody took. */
final class Reaching {
    /** More than any company needs: whoever passes so many goes round. */
    private static final int MOST_FORWARDS = 10;

    private Reaching() {}

    /** A call for a person: to his phone, unless he said otherwise. */
    static void person(Turn turn, Person person, String via) {
        Reach reach = person.reach();
        Destination whom = new Destination.ToPerson(person.id());
        Optional<ReachRule> rule = rule(turn, reach);
        if (turn.path().forwards().contains(person.id())) {
            round(turn, person.id());
            Farewell.fail(turn, EndReason.NO_ANSWER);
        } else if (turn.hasPerson(person.id())) {
            Attempt.person(turn, person, via);
        } else if (blocks(turn, person)) {
            // No forward and no mailbox either: whoever is blocked is not heard in any other way.
            turn.because(new Blocks(person.id()));
            Farewell.fail(turn, EndReason.BUSY);
        } else if (rule.isPresent()) {
            byRule(turn, person, rule.get(), via);
        } else if (reach.always().isPresent()) {
            if (!forward(turn, person, Reach.When.ALWAYS)) {
                Attempt.unreached(turn, whom, EndReason.UNREACHABLE);
            }
        } else if (reach.doNotDisturb()) {
            turn.because(new Reason.NotDisturbed(person.id()));
            Attempt.unreached(turn, whom, EndReason.BUSY);
        } else {
            Attempt.person(turn, person, via);
        }
    }

    private static void byRule(Turn turn, Person person, ReachRule rule, String via) {
        Optional<Destination> to = rule.to().filter(destination -> possible(turn, destination));
        turn.because(new OwnRule(person.id(), to));
        if (to.isEmpty()) {
            Attempt.person(turn, person, via);
        } else if (!leads(turn, person, to.get())) {
            Destination whom = new Destination.ToPerson(person.id());
            Attempt.unreached(turn, whom, EndReason.UNREACHABLE);
        }
    }

    private static Optional<ReachRule> rule(Turn turn, Reach reach) {
        ZoneId zone = turn.plan().facts().timeZone();
        return reach.ruleFor(caller(turn), LocalDateTime.ofInstant(turn.at(), zone));
    }

    private static ReachRule.Caller caller(Turn turn) {
        return switch (turn.caller().who()) {
            case Who.Colleague _ -> new ReachRule.Caller.Colleague();
            case Who.Guest _ -> new ReachRule.Caller.Guest();
            case Who.Outsider(var _, var number, var _) ->
                    new ReachRule.Caller.Outsider(
                            number.flatMap(shown -> Dialling.e164(turn.plan(), shown)));
        };
    }

    /** Whether he has blocked the caller. */
    static boolean blocks(Turn turn, Person person) {
        return person.reach().blocked().holds(caller(turn));
    }

    /** Whether such a caller's calls are kept from his phone, when it is rung within a group. */
    static boolean undisturbed(Turn turn, Person person) {
        return person.reach().doNotDisturb()
                && rule(turn, person.reach()).filter(rule -> rule.to().isEmpty()).isEmpty();
    }

    private static void round(Turn turn, PersonId person) {
        turn.because(new Reason.ForwardLoop(person, turn.path().forwards().size()));
    }

    /**
     * Nobody of those who were called took it: leads the caller where the plan says.
     *
     * @return false: it says nothing, nothing was done
     */
    static boolean leadsOn(Turn turn, Destination whom, EndReason why) {
        // What comes back to a person is for him and nobody else.
        if (turn.path().handover().filter(Handover::back).isPresent()) {
            return false;
        }
        return switch (whom) {
            case Destination.ToPerson(var id) -> {
                Optional<Person> person = turn.plan().person(id);
                Optional<Reach.When> when = when(why);
                yield person.isPresent()
                        && when.isPresent()
                        && forward(turn, person.get(), when.get());
            }
            case Destination.ToGroup(var id) ->
                    turn.plan().group(id).filter(group -> otherwise(turn, group)).isPresent();
            case Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
                    Destination.ToHangUp _,
                    Destination.ToOutside _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _,
                    Destination.ToNowhere _ ->
                    false;
        };
    }

    private static Optional<Reach.When> when(EndReason why) {
        return switch (why) {
            case BUSY, DECLINED -> Optional.of(Reach.When.BUSY);
            case NO_ANSWER -> Optional.of(Reach.When.NO_ANSWER);
            case UNREACHABLE -> Optional.of(Reach.When.UNREACHABLE);
            case HUNG_UP,
                    CANCELLED,
                    UNKNOWN_NUMBER,
                    NOT_ALLOWED,
                    SPENDING_LIMIT,
                    ANSWERED_ELSEWHERE,
                    WRONG_PIN,
                    NO_CHOICE,
                    PAGE_LOST,
                    NETWORK,
                    NO_MEDIA,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    SERVER_RESTARTED ->
                    Optional.empty();
        };
    }

    private static boolean otherwise(Turn turn, RingGroup group) {
        Optional<Destination> to =
                group.otherwise().filter(destination -> possible(turn, destination));
        to.ifPresent(destination -> {
            turn.because(new Reason.GroupLeadsOn(group.id(), destination));
            Routing.go(turn, destination, group.name());
        });
        return to.isPresent();
    }

    private static boolean forward(Turn turn, Person person, Reach.When when) {
        Optional<Destination> to =
                person.reach().forward(when).filter(destination -> possible(turn, destination));
        if (to.isEmpty() || circles(turn, person, to.get())) {
            return false;
        }
        turn.because(new Reason.Forwards(person.id(), when, to.get()));
        go(turn, person, to.get());
        return true;
    }

    private static boolean leads(Turn turn, Person person, Destination to) {
        if (circles(turn, person, to)) {
            return false;
        }
        go(turn, person, to);
        return true;
    }

    private static boolean circles(Turn turn, Person person, Destination to) {
        List<PersonId> passed = turn.path().forwards();
        boolean back =
                to instanceof Destination.ToPerson(var other)
                        && (passed.contains(other) || other.equals(person.id()));
        if (back || passed.contains(person.id()) || passed.size() >= MOST_FORWARDS) {
            round(turn, person.id());
            return true;
        }
        return false;
    }

    private static void go(Turn turn, Person person, Destination to) {
        turn.forwardedBy(person.id());
        Routing.go(turn, allowed(turn, to), person.name());
    }

    /** Who asks somebody while his party waits wants to talk to a person, not to a machine. */
    private static boolean possible(Turn turn, Destination to) {
        return !turn.inAside() || Asking.somebody(to);
    }

    /** A number outside costs money whoever calls it: it is read as if it were dialled. */
    private static Destination allowed(Turn turn, Destination to) {
        return to instanceof Destination.ToOutside(String number, boolean _)
                ? Dialling.read(turn.plan(), number)
                : to;
    }
}
