package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/** Every way out is asked about before anybody is called, but for calls for help. */
class SpendingDeskTest extends DeskBench {
    private static final String OUTSIDE = "+33145678999";

    private final Belt belt = new Belt();

    private static final class Belt implements SpendingBelt {
        private final List<String> asked = new ArrayList<>();
        private final Set<LegId> runs = ConcurrentHashMap.newKeySet();
        private final Set<LegId> answered = ConcurrentHashMap.newKeySet();
        private volatile boolean spent;

        @Override
        public synchronized boolean begin(LegId leg, CompanyPlan plan, String number) {
            asked.add(number);
            return !spent && runs.add(leg);
        }

        @Override
        public void answered(LegId leg) {
            answered.add(leg);
        }

        @Override
        public void ended(LegId leg) {
            runs.remove(leg);
        }

        synchronized List<String> asked() {
            return List.copyOf(asked);
        }
    }

    @Override
    SpendingBelt belt() {
        return belt;
    }

    private boolean placed(String number) {
        return trunks.placed.values().stream().anyMatch(order -> order.number().equals(number));
    }

    private Optional<EndReason> why(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .findFirst()
                .flatMap(CallView::ended);
    }

    private String story(CallId call) {
        var events = log.of(call).stream().map(LoggedEvent::event).toList();
        return String.join(
                " ",
                Told.lines(new LoggedCall(call, company.all().getFirst(), events), Locale.ENGLISH));
    }

    @Test
    void aCallThatIsTooMuchGoesNotOutAndWhoDialledIsToldWhyAndACallForHelpGoes() {
        belt.spent = true;

        var call = desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer").view().call();

        untilState(ANNA, call, State.ENDED);
        assertThat(why(ANNA, call)).contains(EndReason.SPENDING_LIMIT);
        assertThat(story(call)).contains("the company has spent what it may spend today");
        assertThat(trunks.placed).as("no carrier was asked").isEmpty();
        desk.call(BEN, BENS_PAGE, "112", "offer");
        until("help is called", () -> placed("112"));
        assertThat(belt.asked()).containsExactly(OUTSIDE);
    }

    @Test
    void aLegCountsFromItsBeginningToItsEndAndTheBeltHearsOfTheAnswer() {
        var call = desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer").view().call();
        until("it goes out", () -> placed(OUTSIDE));
        var leg = trunks.placed.keySet().iterator().next();
        assertThat(belt.runs).containsExactly(leg);
        assertThat(belt.answered).isEmpty();

        carrier.answered(leg, Optional.of("answer"));
        untilState(ANNA, call, State.IN_CALL);
        assertThat(belt.answered).containsExactly(leg);

        desk.hangUp(ANNA, call);
        until("it counts no longer", () -> belt.runs.isEmpty());
    }

    @Test
    void aLegThatTheCarrierEndsCountsNoLonger() {
        desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer");
        until("it goes out", () -> placed(OUTSIDE));

        carrier.ended(trunks.placed.keySet().iterator().next(), EndReason.BUSY);

        until("it counts no longer", () -> belt.runs.isEmpty());
    }
}
