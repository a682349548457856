package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** Three live calls for a person, four for the company. */
class DeskLimitsTest extends DeskBench {
    @Override
    Occupancy.Limits limits() {
        return new Occupancy.Limits(3, 4);
    }

    @Test
    void nobodyPlacesMoreCallsThanOneMayHaveAndOneThatEndsMakesRoom() {
        var first = annaCallsBen();
        desk.call(ANNA, ANNAS_PAGE, "40", "offer");
        desk.call(ANNA, ANNAS_PAGE, "40", "offer");
        media.asked.clear();

        assertRefused(Code.TOO_MANY_CALLS, () -> desk.call(ANNA, ANNAS_PAGE, "40", "one too many"));
        assertThat(media.asked).as("nothing was set up for it").isEmpty();

        desk.hangUp(ANNA, first);
        untilState(BEN, first, State.ENDED);
        until("there is room", this::annaCanCall);
    }

    private boolean annaCanCall() {
        try {
            desk.call(ANNA, ANNAS_PAGE, "40", "offer");
            return true;
        } catch (DeskRefusal refusal) {
            assertThat(refusal.code()).isEqualTo(Code.TOO_MANY_CALLS);
            return false;
        }
    }

    @Test
    void whoHasAsManyCallsAsOneMayHaveIsBusyForOthers() {
        arrives("offer");
        arrives("offer");
        arrives("offer");

        var call = desk.call(BEN, BENS_PAGE, "11", "offer").view().call();

        until(
                "ben is told",
                () ->
                        desk.calls(BEN).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.ended()
                                                        .filter(EndReason.BUSY::equals)
                                                        .isPresent()));
    }

    @Test
    void aCompanyHasNoMoreCallsThanItMayWhoeverWantsOneMore() {
        annaCallsBen();
        annaCallsBen();
        desk.call(ANNA, ANNAS_PAGE, "40", "offer");
        var last = desk.call(BEN, BENS_PAGE, "40", "offer").view().call();
        media.asked.clear();

        assertRefused(Code.COMPANY_FULL, () -> desk.call(BEN, BENS_PAGE, "11", "one too many"));
        var refused = offered("an outsider's offer");

        assertThat(trunks.ended).containsEntry(refused, EndReason.NETWORK);
        assertThat(media.asked).as("nothing was set up for them").isEmpty();
        assertThat(calls.refusedTotal()).isEqualTo(2);

        desk.hangUp(BEN, last);
        untilState(BEN, last, State.ENDED);
        until("there is room", () -> !trunks.ended.containsKey(offered("offer")));
    }

    @Test
    void aRefusedOrBrokenCallTakesNoRoom() {
        for (int i = 0; i < 10; i++) {
            assertRefused(Code.BAD_SDP, () -> desk.call(ANNA, ANNAS_PAGE, "12", "bad"));
        }

        annaCallsBen();
    }

    @Test
    void callsTakenUpAfterARestartCount() {
        theyTalk();
        try (var after = liveCalls(log)) {
            new Recovery(after, log, company, clock).takeUpAll();
            var deskAfter = new Desk(after, company);
            deskAfter.call(ANNA, ANNAS_PAGE, "40", "offer");
            deskAfter.call(ANNA, ANNAS_PAGE, "40", "offer");

            assertRefused(
                    Code.TOO_MANY_CALLS, () -> deskAfter.call(ANNA, ANNAS_PAGE, "40", "offer"));
        }
    }
}
