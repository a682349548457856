package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.AskedFor;
import org.sonnerie.pbx.call.Blocks;
import org.sonnerie.pbx.call.DirectoryReason;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.FeatureReason;
import org.sonnerie.pbx.call.LanguageReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.OnMailbox;
import org.sonnerie.pbx.call.OnQueue;
import org.sonnerie.pbx.call.OnWords;
import org.sonnerie.pbx.call.OwnRule;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.call.RecordingReason;
import org.sonnerie.pbx.call.RoomReason;
import org.sonnerie.pbx.call.SecretRole;
import org.sonnerie.pbx.call.SupervisionReason;
import org.sonnerie.pbx.call.Way;
import org.sonnerie.pbx.call.Withheld;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.Opening;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.plan.TrunkId;

/** A sentence for each reason: one that has no words does not compile. Pure. */
final class ReasonWords {
    private final CompanyPlan plan;
    private final Step step;
    private final Map<LegId, Instant> began;

    /**
     * For the reasons of one step.
     *
     * @param plan where names stand
     * @param step what happened
     * @param began when each leg came to be
     */
    ReasonWords(CompanyPlan plan, Step step, Map<LegId, Instant> began) {
        this.plan = plan;
        this.step = step;
        this.began = began;
    }

    private Sentence groupNotReached(GroupId group, EndReason why) {
        return say("group-not-reached", place(new Destination.ToGroup(group)), end(why));
    }

    Sentence of(Reason reason) {
        return switch (reason) {
            case Reason.Leads(var dialled, var to) -> say("leads", dialled, place(to));
            case Reason.CallerListed(var who, var to) -> listed(who, to);
            case Reason.NotInPlan _ -> say("not-in-plan");
            case Reason.HoursSay hours -> hours(hours);
            case Reason.Announces announces -> announces(announces);
            case Reason.Rings(var person, int seconds) -> say("rings", name(person), seconds);
            case Reason.CallsHimself(var person) -> say("calls-himself", name(person));
            case Reason.NotReached(var person, var why) -> notReached(person, why);
            case Reason.Answered(var person) -> answered(person);
            case Reason.RingsGroup rings -> ringsGroup(rings);
            case Reason.GroupNotReached(var group, var why) -> groupNotReached(group, why);
            case Reason.OnReaching reaching -> reaching(reaching);
            case FeatureReason feature -> feature(feature);
            case Reason.GoesOut out -> goesOut(out);
            case Reason.NoTrunk() -> say("no-trunk");
            case Reason.OutsideRefused(var t, var why) -> outsideRefused(t, why);
            case Reason.MenuGreets(var menu, int attempt) ->
                    say(attempt == 1 ? "menu-greets" : "menu-greets-again", menu(menu), attempt);
            case Reason.MenuChosen(var menu, var typed, var to) ->
                    say("menu-chosen", typed, menu(menu), place(to));
            case Reason.MenuNotUnderstood(var menu, var typed) -> notUnderstood(menu, typed);
            case Reason.MenuGaveUp(var menu) -> say("menu-gave-up", menu(menu));
            case Reason.MenuLeadsOn(var m, var to) -> say("menu-leads-on", menu(m), place(to));
            case Reason.PinAccepted(var room, var role) -> pinAccepted(room, role);
            case Reason.PinRefused(var in, int n) -> say("pin-refused", room(in), n);
            case Reason.HandedOn(var by, var _, var to) -> say("handed-on", name(by), place(to));
            case Reason.Asks(var by, var _, var to) -> say("asks", name(by), place(to));
            case Reason.AskedOver(var by, var why) -> say("asked-over", name(by), end(why));
            case Reason.PutThrough(var by) -> say("put-through", name(by));
            case Reason.BroughtTogether(var by, int all) -> say("brought-together", name(by), all);
            case Reason.GoesBack(var to, var why) -> say("goes-back", name(to), end(why));
            case Reason.ParkedIn(var by, var slot) -> say("parked-in", name(by), slot);
            case Reason.Took(var person, var way) -> took(person, way);
            case Reason.TakesMessage(var box) -> say("takes-message", box(box));
            case Reason.MessageLeft left -> left(left);
            case Reason.NothingRecorded _ -> say("nothing-recorded");
            case Reason.HearsMessages(var box) -> say("hears-messages", box(box));
            case Reason.CallsBack(var to) -> say("calls-back", place(to));
            case Reason.WaitsForPage(var person, int s) -> say("waits-for-page", name(person), s);
            case Reason.PageBack(var person) -> say("page-back", name(person));
            case Reason.Over(var why, var by) -> over(why, by);
        };
    }

    private Sentence ringsGroup(Reason.RingsGroup rings) {
        Sentence group = place(new Destination.ToGroup(rings.group()));
        return say("rings-group", group, rings.members(), rings.seconds());
    }

    private Sentence announces(Reason.Announces reason) {
        return say("announces", place(new Destination.ToAnnouncement(reason.announcement())));
    }

    private Sentence reaching(Reason.OnReaching reason) {
        return switch (reason) {
            case Reason.RingsInTurn(var group, var strategy, var members) ->
                    say(
                            switch (strategy) {
                                case ALL, IN_ORDER -> "rings-in-order";
                                case ROUND_ROBIN -> "rings-round-robin";
                                case LONGEST_IDLE -> "rings-longest-idle";
                            },
                            place(new Destination.ToGroup(group)),
                            members.size());
            case Reason.GroupEmpty(var group) ->
                    say("group-empty", place(new Destination.ToGroup(group)));
            case Reason.GroupLeadsOn(var group, var to) ->
                    say("group-leads-on", place(new Destination.ToGroup(group)), place(to));
            case Reason.NotDisturbed(var person) -> say("not-disturbed", name(person));
            case Reason.Woken(var person) -> say("woken", name(person));
            case Reason.Forwards(var person, var when, var to) ->
                    say(
                            switch (when) {
                                case ALWAYS -> "forwards-always";
                                case BUSY -> "forwards-busy";
                                case NO_ANSWER -> "forwards-no-answer";
                                case UNREACHABLE -> "forwards-unreachable";
                            },
                            name(person),
                            place(to));
            case Reason.FollowsHim(var person, String number) ->
                    say("follows-him", name(person), number);
            case Reason.AsksToAccept(var person) -> say("asks-to-accept", name(person));
            case Reason.NotAccepted(var person) -> say("not-accepted", name(person));
            case Reason.ForwardLoop(var person, int forwards) ->
                    say("forward-loop", name(person), forwards);
        };
    }

    private Sentence feature(FeatureReason reason) {
        return switch (reason) {
            case OnQueue queued -> new QueueStory(plan).of(queued);
            case OnMailbox atBox -> new MailboxWords(plan).of(atBox);
            case OwnRule(var person, var to) -> ownRule(person, to);
            case Blocks(var person) -> say("blocks", name(person));
            case AskedFor(var person, String dialled, String by) ->
                    say("asked-for", name(person), dialled, by);
            case Withheld(var why) -> withheld(why);
            case RecordingReason recording -> new RecordingWords(plan).of(recording);
            case SupervisionReason supervised -> new SupervisionWords(plan).of(supervised);
            case RoomReason inRoom -> new RoomWords(plan).of(inRoom);
            case OnWords words -> words(words);
        };
    }

    private static Sentence withheld(Destination.Refusal why) {
        return say(
                why == Destination.Refusal.SUSPENDED
                        ? "withheld-suspended"
                        : "withheld-company-full");
    }

    private Sentence ownRule(PersonId person, Optional<Destination> to) {
        return to.map(place -> say("own-rule.leads", name(person), place(place)))
                .orElseGet(() -> say("own-rule.rings", name(person)));
    }

    private static Sentence say(String key, Object... parts) {
        return Sentence.of("story." + key, parts);
    }

    private Sentence place(Destination destination) {
        return Place.of(plan, destination).sentence();
    }

    private Phrase name(PersonId person) {
        return RecordedParty.of(plan, person).phrase();
    }

    private Phrase name(Leg leg) {
        return RecordedParty.of(plan, leg.who()).phrase();
    }

    private Sentence words(OnWords reason) {
        return switch (reason) {
            case LanguageReason spoken -> new LanguageWords(plan).of(spoken);
            case DirectoryReason names -> new DirectoryWords(plan).of(names);
        };
    }

    private Sentence menu(MenuId menu) {
        return place(new Destination.ToMenu(menu));
    }

    private Sentence left(Reason.MessageLeft left) {
        return say(left.urgent() ? "message-left.urgent" : "message-left", box(left.box()));
    }

    private Sentence box(MailboxId box) {
        return place(new Destination.ToMailbox(box));
    }

    private Sentence room(RoomId room) {
        return place(new Destination.ToRoom(room));
    }

    private String trunk(TrunkId trunk) {
        return plan.trunk(trunk).map(Trunk::name).orElse(trunk.text());
    }

    private static Sentence end(EndReason why) {
        return EndWords.of(why);
    }

    private Sentence listed(ScreeningRule.Callers who, Destination to) {
        return switch (who) {
            case ScreeningRule.Callers.Listed _ -> say("caller-listed", place(to));
            case ScreeningRule.Callers.Withheld() -> say("caller-withheld", place(to));
        };
    }

    private Sentence hours(Reason.HoursSay hours) {
        Sentence route = place(new Destination.ToRoute(hours.route()));
        Sentence to = place(hours.destination());
        return switch (hours.opening()) {
            case Opening.Open() -> say("hours.open", route, to);
            case Opening.Closed() -> say("hours.closed", route, to);
            case Opening.OnHoliday(String name) -> say("hours.holiday", route, to, name);
        };
    }

    private Sentence notReached(PersonId person, EndReason why) {
        long rung = rungSeconds(person, Leg::over);
        return switch (why) {
            case DECLINED -> say("declined", name(person), rung);
            case BUSY -> say("busy", name(person));
            case NO_ANSWER -> say("no-answer", name(person), rung);
            case UNREACHABLE -> say("unreachable", name(person));
            case HUNG_UP,
                    CANCELLED,
                    UNKNOWN_NUMBER,
                    NOT_ALLOWED,
                    SPENDING_LIMIT,
                    ANSWERED_ELSEWHERE,
                    WRONG_PIN,
                    NO_CHOICE,
                    PAGE_LOST,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    NETWORK,
                    NO_MEDIA,
                    SERVER_RESTARTED ->
                    say("not-reached", name(person), end(why));
        };
    }

    private Sentence answered(PersonId person) {
        return say("answered", name(person), rungSeconds(person, leg -> !leg.over()));
    }

    /** How long the newest leg of a person has been there. */
    private long rungSeconds(PersonId person, Predicate<Leg> which) {
        Stream<Leg> legs = step.call().legs().stream();
        return legs.filter(leg -> leg.person().equals(Optional.of(person)))
                .filter(which)
                .reduce((_, last) -> last)
                .map(leg -> Duration.between(began.get(leg.id()), step.at()))
                .map(Teller::seconds)
                .orElse(0L);
    }

    private Sentence goesOut(Reason.GoesOut out) {
        return say(
                out.emergency() ? "goes-out.emergency" : "goes-out",
                out.number(),
                trunk(out.trunk()));
    }

    private Sentence outsideRefused(TrunkId trunk, EndReason why) {
        return why == EndReason.SPENDING_LIMIT
                ? say("spending-limit")
                : say("outside-refused", trunk(trunk), end(why));
    }

    private Sentence notUnderstood(MenuId menu, Optional<String> typed) {
        return typed.map(keys -> say("menu-not-understood", keys, menu(menu)))
                .orElseGet(() -> say("menu-nothing-typed", menu(menu)));
    }

    private Sentence pinAccepted(RoomId room, SecretRole role) {
        return switch (role) {
            case PARTICIPANT, OWNER -> say("pin-accepted", room(room));
            case MODERATOR -> say("pin-accepted.moderator", room(room));
        };
    }

    private Sentence took(PersonId person, Way way) {
        return switch (way) {
            case RETRIEVE -> say("retrieves", name(person));
            case PICKUP -> say("picks-up", name(person));
            case OUT_OF_TURN -> say("takes-out-of-turn", name(person));
        };
    }

    private Sentence over(EndReason why, Optional<LegId> by) {
        Optional<Phrase> who = by.flatMap(step.call()::leg).map(this::name);
        if (who.isEmpty()) {
            return say("over", end(why));
        }
        return switch (why) {
            case HUNG_UP -> say("over.hung-up", who.get());
            case CANCELLED -> say("over.gave-up", who.get());
            case PAGE_LOST -> say("over.page-lost", who.get());
            case DECLINED,
                    BUSY,
                    NO_ANSWER,
                    UNREACHABLE,
                    UNKNOWN_NUMBER,
                    NOT_ALLOWED,
                    SPENDING_LIMIT,
                    ANSWERED_ELSEWHERE,
                    WRONG_PIN,
                    NO_CHOICE,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    NETWORK,
                    NO_MEDIA,
                    SERVER_RESTARTED ->
                    say("over", end(why));
        };
    }
}
