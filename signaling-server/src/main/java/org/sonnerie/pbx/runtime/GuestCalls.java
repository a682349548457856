package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** The calls of guests. Thread safe. */
final class GuestCalls implements GuestDesk {
    /** Guests have a page that nobody takes a call over from. */
    private static final PageId PAGE = new PageId("guest");

    private final RoomKeeper keeper;
    private final LiveCalls calls;
    private final Plans plans;

    GuestCalls(RoomKeeper keeper, LiveCalls calls, Plans plans) {
        this.keeper = keeper;
        this.calls = calls;
        this.plans = plans;
    }

    @Override
    public GuestCall join(CompanyId company, RoomId room, String name, String sdp) {
        var plan = plans.current(company);
        if (plan.room(room).isEmpty()) {
            throw new DeskRefusal(Code.NO_SUCH_CALL);
        }
        return begin(plan, room, name, sdp);
    }

    private GuestCall begin(CompanyPlan plan, RoomId room, String name, String sdp) {
        var live = calls.admit(calls.nextId(), plan, Optional.empty());
        var leg = Call.callerOf(live.id());
        var media = calls.world().media();
        try {
            var answer = Awaited.result(media.answerBrowser(leg, sdp));
            live.carry(leg, PAGE);
            calls.begin(live);
            var now = live.loop().now();
            Awaited.result(live.loop().ask(new CallEvent.GuestCame(now, leg, room, name)));
            return new Stay(live, leg, answer);
        } catch (RuntimeException failure) {
            live.loop().post(new CallEvent.LegEnded(live.loop().now(), leg, EndReason.CANCELLED));
            calls.abandon(live);
            media.close(leg);
            throw failure;
        }
    }

    /** One guest's. */
    private final class Stay implements GuestCall {
        private final LiveCall live;
        private final LegId leg;
        private final String answer;

        Stay(LiveCall live, LegId leg, String answer) {
            this.live = live;
            this.leg = leg;
            this.answer = answer;
        }

        @Override
        public String sdp() {
            return answer;
        }

        @Override
        public State state() {
            if (calls.find(live.id()).isPresent()) {
                return new State(keeper.seenBy(leg), Optional.empty());
            }
            // A loop that is over answers at once.
            var why =
                    live.loop()
                            .look()
                            .handle((call, failure) ->
                                    failure == null
                                            ? call.leg(leg).flatMap(Leg::ended)
                                            : Optional.<EndReason>empty())
                            .getNow(Optional.empty())
                            .orElse(EndReason.NETWORK);
            return new State(Optional.empty(), Optional.of(why));
        }

        @Override
        public void mute(boolean muted) {
            // Whoever waits is heard by nobody anyway: then nothing is done.
            var _ = keeper.wanted(leg, new RoomWish.MuteMyself(muted));
        }

        @Override
        public void leave() {
            live.loop().post(new CallEvent.LegEnded(live.loop().now(), leg, EndReason.HUNG_UP));
        }
    }
}
