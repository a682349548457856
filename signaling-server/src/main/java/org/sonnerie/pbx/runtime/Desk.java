package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RecordingEvent;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.quality.PageSecond;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** The phones' requests, carried out on the calls. Thread safe. */
final class Desk implements CallDesk {
    private static final int LONGEST_NUMBER = 64;
    private static final Set<CallView.State> NO_SOUND =
            Set.of(CallView.State.PARKED, CallView.State.ENDED);
    private static final Set<CallView.State> TALKING =
            Set.of(CallView.State.IN_CALL, CallView.State.ON_HOLD, CallView.State.RECONNECTING);

    private final LiveCalls calls;
    private final Plans plans;
    private final HandOnDesk handing;
    private final BiConsumer<LegId, List<PageSecond>> recorder;

    /** One whose pages' facts are not kept. */
    Desk(LiveCalls calls, Plans plans) {
        this(calls, plans, (_, _) -> {});
    }

    Desk(LiveCalls calls, Plans plans, BiConsumer<LegId, List<PageSecond>> recorder) {
        this.calls = calls;
        this.plans = plans;
        this.recorder = recorder;
        this.handing = new HandOnDesk(calls);
    }

    @Override
    public Placed call(PersonId person, PageId page, String to, String sdp) {
        var plan = planOf(person);
        var number = to.strip();
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        var destination = Dialling.read(plan, number);
        var takeable = handing.takeable(plan, person, destination);
        return takeable.isPresent()
                ? take(person, page, takeable.get(), sdp)
                : place(person, page, new Wish(plan, number, destination), sdp);
    }

    @Override
    public Placed take(PersonId person, PageId page, CallId call, String sdp) {
        return take(person, page, handing.waiting(planOf(person), person, call), sdp);
    }

    private CompanyPlan planOf(PersonId person) {
        return plans.companyOf(person)
                .map(plans::current)
                .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
    }

    /** What somebody wants to be connected to. */
    private record Wish(CompanyPlan plan, String number, Destination destination) {
        boolean forHelp() {
            return destination instanceof Destination.ToOutside(var _, boolean emergency)
                    && emergency;
        }
    }

    private Placed place(PersonId person, PageId page, Wish wish, String sdp) {
        var live =
                wish.forHelp()
                        ? calls.admitEmergency(calls.nextId(), wish.plan(), person)
                        : calls.admit(calls.nextId(), wish.plan(), Optional.of(person));
        var leg = Call.callerOf(live.id());
        var media = calls.world().media();
        String answer;
        try {
            answer = await(media.answerBrowser(leg, sdp));
            live.carry(leg, page);
            calls.begin(live);
            tell(
                    live,
                    new CallEvent.Dialled(
                            live.loop().now(), leg, person, wish.number(), wish.destination()));
        } catch (RuntimeException failure) {
            live.loop().post(new CallEvent.LegEnded(live.loop().now(), leg, EndReason.CANCELLED));
            calls.abandon(live);
            media.close(leg);
            throw failure;
        }
        var view = live.viewOf(leg).orElseThrow(() -> new DeskRefusal(Code.NO_CAPACITY));
        return new Placed(view, answer);
    }

    /** The person comes into a call that is there already. */
    private Placed take(PersonId person, PageId page, HandOnDesk.Takeable takeable, String sdp) {
        var live = takeable.live();
        if (!live.loop().joins(person)) {
            throw new DeskRefusal(Code.TOO_MANY_CALLS);
        }
        var leg = calls.joining(live.id());
        var media = calls.world().media();
        try {
            var answer = await(media.answerBrowser(leg, sdp));
            live.carry(leg, page);
            tell(live, new CallEvent.Joined(live.loop().now(), leg, person, takeable.way()));
            var view = live.viewOf(leg).orElseThrow(() -> handing.notTaken(takeable));
            return new Placed(view, answer);
        } catch (RuntimeException failure) {
            closeUnlessUp(live, leg);
            throw failure;
        }
    }

    @Override
    public void handOn(PersonId person, CallId call, HandOn how) {
        var live = find(person, call);
        var view = viewOf(live, person);
        if (!TALKING.contains(view.state())) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        handing.handOn(live, view, how);
    }

    @Override
    public String answer(PersonId person, PageId page, CallId call, String sdp) {
        var live = find(person, call);
        var view = viewOf(live, person);
        if (!view.incoming() || view.state() != CallView.State.RINGING) {
            throw new DeskRefusal(
                    view.ended().filter(EndReason.ANSWERED_ELSEWHERE::equals).isPresent()
                                    || TALKING.contains(view.state())
                            ? Code.ANSWERED_ELSEWHERE
                            : Code.WRONG_STATE);
        }
        if (!live.claimAnswer(view.leg())) {
            throw new DeskRefusal(Code.ANSWERED_ELSEWHERE);
        }
        try {
            return answerClaimed(live, view, page, sdp);
        } catch (RuntimeException failure) {
            try {
                closeUnlessUp(live, view.leg());
            } finally {
                live.unclaimAnswer(view.leg());
            }
            throw failure;
        }
    }

    private String answerClaimed(LiveCall live, CallView view, PageId page, String sdp) {
        var leg = view.leg();
        var answer = await(calls.world().media().answerBrowser(leg, sdp));
        live.carry(leg, page);
        var after = tell(live, new CallEvent.LegAnswered(live.loop().now(), leg));
        boolean mine = after.leg(leg).filter(now -> now.state() == Leg.State.UP).isPresent();
        if (!mine) {
            live.drop(leg);
            throw new DeskRefusal(Code.ANSWERED_ELSEWHERE);
        }
        return answer;
    }

    /**
     * What an offer opened at the relay after its leg had ended, or for one that is not up, would
     * stay there for good.
     */
    private void closeUnlessUp(LiveCall live, LegId leg) {
        boolean up =
                await(live.loop().look())
                        .leg(leg)
                        .filter(now -> now.state() == Leg.State.UP)
                        .isPresent();
        if (!up) {
            live.drop(leg);
            calls.world().media().close(leg);
        }
    }

    @Override
    public String attach(PersonId person, PageId page, CallId call, String sdp) {
        var live = find(person, call);
        var view = viewOf(live, person);
        boolean ringingHere = view.incoming() && view.state() == CallView.State.RINGING;
        if (NO_SOUND.contains(view.state()) || ringingHere) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        var answer = await(calls.world().media().answerBrowser(view.leg(), sdp));
        live.carry(view.leg(), page);
        closeUnlessUp(live, view.leg());
        if (live.carrier(view.leg()).isEmpty()) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        showAgain(live, person);
        return answer;
    }

    @Override
    public void hangUp(PersonId person, CallId call) {
        var live = find(person, call);
        var view = viewOf(live, person);
        var reason =
                switch (view.state()) {
                    case CALLING -> EndReason.CANCELLED;
                    case RINGING -> view.incoming() ? EndReason.DECLINED : EndReason.CANCELLED;
                    case IN_CALL, ON_HOLD, PARKED, RECONNECTING, ENDED -> EndReason.HUNG_UP;
                };
        tell(live, new CallEvent.LegEnded(live.loop().now(), view.leg(), reason));
    }

    @Override
    public void record(PersonId person, CallId call, RecordingWish wish) {
        var live = find(person, call);
        var view = viewOf(live, person);
        var may = view.details().recording().filter(shown -> shown.wishes().contains(wish));
        if (may.isEmpty()) {
            throw new DeskRefusal(
                    wish == RecordingWish.START && TALKING.contains(view.state())
                            ? Code.NOT_ALLOWED
                            : Code.WRONG_STATE);
        }
        boolean room = calls.world().stores().recordings().hasRoom(live.loop().plan().company());
        if (wish == RecordingWish.START && !room) {
            throw new DeskRefusal(Code.STORAGE_FULL);
        }
        tell(live, new RecordingEvent.RecordingWished(live.loop().now(), view.leg(), wish));
    }

    @Override
    public void hold(PersonId person, CallId call, boolean held) {
        var live = find(person, call);
        var view = viewOf(live, person);
        if (!TALKING.contains(view.state())) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        var now = live.loop().now();
        tell(
                live,
                held
                        ? new CallEvent.HoldPressed(now, view.leg())
                        : new CallEvent.ResumePressed(now, view.leg()));
    }

    @Override
    public void digits(PersonId person, CallId call, String digits) {
        var live = find(person, call);
        var view = viewOf(live, person);
        if (!TALKING.contains(view.state())) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        live.loop().perform(effects -> effects.sendFrom(view.leg(), digits));
    }

    @Override
    public void facts(PersonId person, PageId page, CallId call, List<PageSecond> seconds) {
        var live = find(person, call);
        var leg = viewOf(live, person).leg();
        if (live.carrier(leg).filter(page::equals).isPresent()) {
            recorder.accept(leg, seconds);
        }
    }

    @Override
    public void pageGone(PersonId person, PageId page, boolean certain) {
        for (var live : calls.of(person)) {
            var left = certain ? live.carriedBy(page) : live.doubt(page);
            for (var leg : left) {
                live.drop(leg);
                live.loop().post(new CallEvent.PageLost(live.loop().now(), leg));
            }
            if (!left.isEmpty()) {
                showAgain(live, person);
            }
        }
    }

    @Override
    public List<CallView> calls(PersonId person) {
        return calls.viewsOf(person);
    }

    @Override
    public Optional<PageId> carrier(PersonId person, CallId call) {
        return calls.find(call)
                .flatMap(live -> live.viewOf(person).flatMap(view -> live.carrier(view.leg())));
    }

    /** The view is the same, but which page carries the sound is not. */
    private static void showAgain(LiveCall live, PersonId person) {
        live.loop().perform(effects -> live.viewOf(person).ifPresent(effects::show));
    }

    private LiveCall find(PersonId person, CallId call) {
        return calls.find(call)
                .filter(live -> live.viewOf(person).isPresent())
                .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
    }

    private static CallView viewOf(LiveCall live, PersonId person) {
        return live.viewOf(person).orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
    }

    private static Call tell(LiveCall live, CallEvent event) {
        return await(live.loop().ask(event));
    }

    private static <T> T await(CompletableFuture<T> future) {
        return Awaited.result(future);
    }
}
