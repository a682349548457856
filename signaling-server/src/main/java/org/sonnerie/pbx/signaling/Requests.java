package org.sonnerie.pbx.signaling;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.HandOn;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.signaling.ClientMessage.Answer;
import org.sonnerie.pbx.signaling.ClientMessage.Attach;
import org.sonnerie.pbx.signaling.ClientMessage.Availability;
import org.sonnerie.pbx.signaling.ClientMessage.Decline;
import org.sonnerie.pbx.signaling.ClientMessage.Digits;
import org.sonnerie.pbx.signaling.ClientMessage.Facts;
import org.sonnerie.pbx.signaling.ClientMessage.Hand;
import org.sonnerie.pbx.signaling.ClientMessage.HangUp;
import org.sonnerie.pbx.signaling.ClientMessage.Hello;
import org.sonnerie.pbx.signaling.ClientMessage.Hold;
import org.sonnerie.pbx.signaling.ClientMessage.InRoom;
import org.sonnerie.pbx.signaling.ClientMessage.Invite;
import org.sonnerie.pbx.signaling.ClientMessage.Leaving;
import org.sonnerie.pbx.signaling.ClientMessage.PlaceCall;
import org.sonnerie.pbx.signaling.ClientMessage.Probed;
import org.sonnerie.pbx.signaling.ClientMessage.Recording;
import org.sonnerie.pbx.signaling.ClientMessage.Resume;
import org.sonnerie.pbx.signaling.ClientMessage.Take;
import org.sonnerie.pbx.signaling.ClientMessage.WatchPeople;
import org.sonnerie.pbx.signaling.ClientMessage.WatchQueues;
import org.sonnerie.pbx.signaling.ServerMessage.CompanyCard;
import org.sonnerie.pbx.signaling.ServerMessage.Entry;
import org.sonnerie.pbx.signaling.ServerMessage.Me;
import org.sonnerie.pbx.signaling.ServerMessage.Reply;

/** Carries out what pages ask. Thread safe. */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Switchboard switchboard;
    private final Plans plans;
    private final Signaling.News news;
    private final InstantSource clock;
    private final boolean demo;

    Requests(
            Switchboard switchboard,
            Plans plans,
            Signaling.News news,
            InstantSource clock,
            boolean demo) {
        this.switchboard = switchboard;
        this.plans = plans;
        this.news = news;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * Whether somebody has a phone.
     *
     * @param who signed in
     * @return true: the company's plan has this person
     */
    boolean hasPhone(SignedIn who) {
        return plans.companyOf(who.person()).filter(who.company()::equals).isPresent();
    }

    /**
     * Greets a page, and probes it at once.
     *
     * @param page which
     * @param who has a phone
     * @param id hello's
     * @param resumed true: its stream goes on
     */
    void welcome(Page page, SignedIn who, long id, boolean resumed) {
        CompanyPlan plan = plans.current(who.company());
        Page.Greeting greeting =
                new Page.Greeting(
                        me(plan, who),
                        new CompanyCard(plan.facts().name(), plan.facts().country(), demo),
                        switchboard.available(who.person()),
                        directory(plan, who.person()),
                        clock.instant());
        boolean taken =
                page.requests()
                        .submit(() -> {
                            page.welcome(id, resumed, greeting, calls(page));
                            page.probe(clock.instant());
                            switchboard.tellAvailability(page.person());
                            news.voicemail().tell(who.company(), who.person());
                            switchboard.roomsChanged(Set.of(who.person()));
                        });
        if (!taken) {
            page.close(Optional.empty(), CloseCode.TOO_MANY);
        }
    }

    /**
     * Does what a message says and replies, now or later.
     *
     * @param page whose message
     * @param message what it says
     */
    void follow(Page page, ClientMessage message) {
        PersonId me = page.person();
        switch (message) {
            case Hello hello ->
                    page.refuse(hello.id(), ErrorCode.BAD_MESSAGE, "hello was said already");
            case PlaceCall call -> ask(page, call.id(), desk -> place(desk, page, call));
            case Take take -> ask(page, take.id(), desk -> take(desk, page, take));
            case Answer(long id, CallId call, String sdp) ->
                    sound(page, id, desk -> desk.answer(me, page.id(), call, sdp));
            case Attach(long id, CallId call, String sdp) ->
                    sound(page, id, desk -> desk.attach(me, page.id(), call, sdp));
            case Decline(long id, CallId call) -> act(page, id, desk -> desk.hangUp(me, call));
            case HangUp(long id, CallId call) -> act(page, id, desk -> desk.hangUp(me, call));
            case Hold(long id, CallId call) -> act(page, id, desk -> desk.hold(me, call, true));
            case Resume(long id, CallId call) -> act(page, id, desk -> desk.hold(me, call, false));
            case Recording(long id, CallId call, var wish) ->
                    act(page, id, desk -> desk.record(me, call, wish));
            case Hand(long id, CallId call, HandOn how) ->
                    act(page, id, desk -> desk.handOn(me, call, how));
            case Digits(long id, CallId call, String digits) ->
                    act(page, id, desk -> desk.digits(me, call, digits));
            case Facts(long id, CallId call, var seconds) ->
                    act(page, id, desk -> desk.facts(me, page.id(), call, seconds));
            case InRoom(long id, RoomId room, RoomWish wish) ->
                    act(page, id, _ -> switchboard.rooms().wish(me, room, wish));
            case Invite(long id, RoomId room, String to) ->
                    act(page, id, _ -> switchboard.rooms().invite(me, room, to));
            case WatchPeople(long id, boolean on) -> {
                page.send(Reply.done(id));
                news.people().watch(page, on);
            }
            case WatchQueues(long id, boolean on) -> {
                page.send(Reply.done(id));
                news.queues().watch(page, on);
            }
            case Availability(long id, boolean available) -> {
                page.send(Reply.done(id));
                switchboard.available(me, available);
            }
            case Probed probed -> {
                page.probed(probed, clock.instant());
                page.send(Reply.done(probed.id()));
                switchboard.probed(page);
            }
            case Leaving(long id) -> leaves(page, id);
        }
    }

    private void leaves(Page page, long id) {
        page.send(Reply.done(id));
        switchboard.gone(page, true);
        switchboard.remove(page);
        page.close(Optional.empty(), CloseCode.GOODBYE);
    }

    private Runnable place(CallDesk desk, Page page, PlaceCall call) {
        return placed(page, call.id(), desk.call(page.person(), page.id(), call.to(), call.sdp()));
    }

    private Runnable take(CallDesk desk, Page page, Take take) {
        return placed(
                page, take.id(), desk.take(page.person(), page.id(), take.call(), take.sdp()));
    }

    private Runnable placed(Page page, long id, CallDesk.Placed placed) {
        var carrier = switchboard.carrier(page.person(), placed.view().call());
        return () -> page.placed(id, placed.view(), placed.sdp(), carrier);
    }

    private void sound(Page page, long id, Function<CallDesk, String> request) {
        ask(
                page,
                id,
                desk -> {
                    String sdp = request.apply(desk);
                    return () -> page.send(new Reply(id, Optional.empty(), Optional.of(sdp)));
                });
    }

    private void act(Page page, long id, Consumer<CallDesk> request) {
        ask(
                page,
                id,
                desk -> {
                    request.accept(desk);
                    return () -> page.send(Reply.done(id));
                });
    }

    private void ask(Page page, long id, Function<CallDesk, Runnable> request) {
        if (!page.requests().submit(() -> carryOut(page, id, request))) {
            page.refuse(id, ErrorCode.RATE_LIMITED, "too many requests wait");
        }
    }

    private void carryOut(Page page, long id, Function<CallDesk, Runnable> request) {
        try {
            request.apply(switchboard.desk()).run();
        } catch (DeskRefusal refusal) {
            ErrorCode code = code(refusal.code());
            page.refuse(id, code, Keyword.of(code).replace('-', ' '));
        } catch (RuntimeException e) {
            LOG.error("page={}: a request failed", page.id(), e);
            page.refuse(id, ErrorCode.INTERNAL, "the server failed");
        }
    }

    static ErrorCode code(DeskRefusal.Code code) {
        return switch (code) {
            case NO_SUCH_CALL -> ErrorCode.NO_SUCH_CALL;
            case WRONG_STATE -> ErrorCode.WRONG_STATE;
            case UNKNOWN_NUMBER -> ErrorCode.UNKNOWN_NUMBER;
            case NOT_ALLOWED -> ErrorCode.NOT_ALLOWED;
            case NOT_MODERATOR -> ErrorCode.NOT_MODERATOR;
            case NOT_IN_ROOM -> ErrorCode.NOT_IN_ROOM;
            case NO_SLOT -> ErrorCode.NO_SLOT;
            case NO_MAILBOX -> ErrorCode.NO_MAILBOX;
            case ANSWERED_ELSEWHERE -> ErrorCode.ANSWERED_ELSEWHERE;
            case BAD_SDP -> ErrorCode.BAD_SDP;
            case NO_CAPACITY -> ErrorCode.NO_CAPACITY;
            case TOO_MANY_CALLS -> ErrorCode.TOO_MANY_CALLS;
            case COMPANY_FULL -> ErrorCode.COMPANY_FULL;
            case STORAGE_FULL -> ErrorCode.STORAGE_FULL;
            case LOG_UNAVAILABLE -> ErrorCode.LOG_UNAVAILABLE;
            case TIMED_OUT -> ErrorCode.TIMED_OUT;
        };
    }

    private List<ShownCall> calls(Page page) {
        return switchboard.desk().calls(page.person()).stream()
                .map(view ->
                        ShownCall.on(
                                page.id(), view, switchboard.carrier(page.person(), view.call())))
                .toList();
    }

    private static Me me(CompanyPlan plan, SignedIn who) {
        Optional<Person> person = plan.person(who.person());
        return new Me(
                who.personId(),
                person.map(Person::name).orElse(who.displayName()),
                person.map(Person::extension).orElse(""));
    }

    private static List<Entry> directory(CompanyPlan plan, PersonId me) {
        return plan.people().stream()
                .filter(person -> !person.id().equals(me))
                .map(person -> new Entry(person.name(), person.extension()))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }
}
