package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/** The provider lets the company have two calls at once, or none. */
class CallTermsDeskTest extends DeskBench {
    private static final int TWO = 2;

    private final Terms terms = new Terms();

    private static final class Terms implements CallTerms {
        private volatile boolean suspended;

        @Override
        public int mostCalls(CompanyId company) {
            return TWO;
        }

        @Override
        public boolean suspended(CompanyId company) {
            return suspended;
        }
    }

    @Override
    Occupancy.Limits limits() {
        return new Occupancy.Limits(8, 500, terms);
    }

    private String story(LegId leg) {
        CallId call = CallIds.callOf(leg);
        var events = log.of(call).stream().map(LoggedEvent::event).toList();
        return String.join(
                " ",
                Told.lines(new LoggedCall(call, company.all().getFirst(), events), Locale.ENGLISH));
    }

    private boolean asked(String number) {
        return trunks.placed.values().stream().anyMatch(order -> order.number().equals(number));
    }

    @Test
    void theSecondCallComesAboutAndTheThirdIsBusyWithItsStoryInTheHistory() {
        arrives("offer");
        var second = arrives("offer");
        media.asked.clear();

        var third = offered("offer");

        until("the carrier is told", () -> trunks.ended.containsKey(third));
        assertThat(trunks.ended).containsEntry(third, EndReason.BUSY).doesNotContainKey(second);
        assertThat(media.asked).as("nothing was set up for it").isEmpty();
        assertThat(story(third)).contains("as many calls as its provider lets it have");
        assertThat(desk.calls(ANNA)).hasSize(TWO);

        carrier.ended(second, EndReason.HUNG_UP);
        until(
                "there is room",
                () -> {
                    var next = offered("offer");
                    until(
                            "it is one or refused",
                            () ->
                                    trunks.ended.containsKey(next)
                                            || state(ANNA, CallIds.callOf(next)).isPresent());
                    return !trunks.ended.containsKey(next);
                });
    }

    @Test
    void whoDialsTheThirdIsToldWhyAndACallForHelpGoesOut() {
        arrives("offer");
        arrives("offer");

        assertRefused(Code.COMPANY_FULL, () -> desk.call(BEN, BENS_PAGE, "11", "one too many"));

        var help = desk.call(BEN, BENS_PAGE, "112", "offer").view().call();
        assertThat(state(BEN, help)).isPresent();
        until("the trunk is asked", () -> asked("112"));
        assertRefused(Code.COMPANY_FULL, () -> desk.call(BEN, BENS_PAGE, "11", "one too many"));
    }

    @Test
    void aSuspendedCompanyTakesNoCallsAndThoseThatRunGoOn() {
        var running = theyTalk();
        terms.suspended = true;

        var refused = offered("offer");

        until("the carrier is told", () -> trunks.ended.containsKey(refused));
        assertThat(trunks.ended).containsEntry(refused, EndReason.UNREACHABLE);
        assertThat(story(refused)).contains("suspended");
        assertRefused(Code.NOT_ALLOWED, () -> desk.call(ANNA, ANNAS_PAGE, "40", "offer"));
        assertThat(state(ANNA, running)).contains(State.IN_CALL);
        desk.call(BEN, BENS_PAGE, "112", "offer");
        until("the trunk is asked", () -> asked("112"));

        terms.suspended = false;
        desk.hangUp(ANNA, running);
        untilState(BEN, running, State.ENDED);
    }
}
