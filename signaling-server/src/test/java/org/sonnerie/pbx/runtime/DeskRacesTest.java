package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.EventLog.SetAside;

/** What happens at the same moment, too late, or where something is broken. */
class DeskRacesTest extends DeskBench {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    void hangingUpACallThatJustEndedIsDoneAtOnce() {
        var call = theyTalk();
        desk.hangUp(BEN, call);
        untilState(ANNA, call, State.ENDED);
        until("its thread is over", () -> desk.carrier(ANNA, call).isEmpty());

        var start = Instant.now();
        desk.hangUp(ANNA, call);

        assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
    }

    @Test
    void anAnswerThatComesTooLateLeavesNothingAtTheRelay() {
        var call = annaCallsBen();
        var leg = leg(BEN, call);
        var answering =
                CompletableFuture.supplyAsync(() -> desk.answer(BEN, BENS_PAGE, call, "slow"));
        until("the relay was asked", () -> media.open.contains(leg));
        desk.hangUp(ANNA, call);
        untilState(BEN, call, State.ENDED);
        media.open.add(leg);

        media.slow.complete("answer");

        Assertions.assertThatThrownBy(answering::join).isInstanceOf(CompletionException.class);
        assertThat(media.open).isEmpty();
    }

    @Test
    void mediaForACallThatEndsMeanwhileIsClosedAgain() {
        var call = theyTalk();
        var leg = leg(ANNA, call);
        var attaching =
                CompletableFuture.supplyAsync(() -> desk.attach(ANNA, ANNAS_PAGE, call, "slow"));
        until("the call was looked up", () -> media.asked.contains("slow"));
        desk.hangUp(BEN, call);
        untilState(ANNA, call, State.ENDED);
        media.open.add(leg);

        media.slow.complete("answer");

        Assertions.assertThatThrownBy(attaching::join).hasRootCauseInstanceOf(DeskRefusal.class);
        assertThat(media.open).isEmpty();
        assertThat(desk.carrier(ANNA, call)).isEmpty();
    }

    @Test
    void aDefectEndsTheOneCallThatMetItAndAllOfIt() {
        var broken = theyTalk();
        media.breakDown();

        assertThat(Assertions.catchThrowable(() -> desk.hold(ANNA, broken, true)))
                .isInstanceOf(IllegalStateException.class);

        untilState(ANNA, broken, State.ENDED);
        untilState(BEN, broken, State.ENDED);
        until("no sound is left", () -> media.open.isEmpty());
        assertThat(log.of(broken).getLast().last()).isTrue();
    }

    @Test
    void aCallFromOutsideThatMeetsADefectIsEndedAtTheCarrier() {
        media.breakDown();
        var leg = arrives("offer");
        var _ =
                Assertions.catchThrowable(
                        () -> desk.answer(ANNA, ANNAS_PAGE, CallIds.callOf(leg), "offer"));

        until("the carrier is told", () -> trunks.ended.get(leg) == EndReason.NETWORK);
    }

    @Test
    void aCallThatCouldNotBeginIsForgotten() {
        log.gone(true);
        assertRefused(Code.LOG_UNAVAILABLE, () -> desk.call(ANNA, ANNAS_PAGE, "12", "offer"));

        assertThat(media.open).isEmpty();
        until("it is forgotten", () -> calls.liveNow() == 0);
    }

    @Test
    void everyEventHasItsOwnNumberWhateverTheLogTook() {
        var call = theyTalk();
        long before = log.of(call).getLast().sequence();
        log.gone(true);
        desk.hold(ANNA, call, true);
        log.gone(false);
        desk.hold(ANNA, call, false);

        assertThat(log.of(call).getLast()).extracting(LoggedEvent::sequence).isEqualTo(before + 2);
    }

    @Test
    void soundThatIsLostBeforeItsSocketFreesTheCallForAnotherPage() {
        var call = theyTalk();
        relay.mediaLost(leg(ANNA, call));
        untilState(ANNA, call, State.RECONNECTING);
        assertThat(desk.carrier(ANNA, call)).contains(ANNAS_PAGE);

        desk.pageGone(ANNA, ANNAS_PAGE, false);

        assertThat(desk.carrier(ANNA, call)).isEmpty();
    }

    @Test
    void aPageWhoseSocketCameBackKeepsItsCallThroughAGapInTheSound() {
        var call = theyTalk();
        desk.pageGone(ANNA, ANNAS_PAGE, false);
        desk.attach(ANNA, ANNAS_PAGE, call, "offer");
        relay.mediaUp(leg(ANNA, call));

        relay.mediaLost(leg(ANNA, call));

        untilState(ANNA, call, State.RECONNECTING);
        assertThat(desk.carrier(ANNA, call)).contains(ANNAS_PAGE);
    }

    @Test
    void aServerThatStopsEndsTheCallsWithCarriersAndKeepsTheOthers() {
        var between = theyTalk();
        var outsider = arrives("offer");
        var outside = CallIds.callOf(outsider);
        desk.answer(ANNA, ANNAS_PAGE, outside, "offer");
        until("the carrier is answered", () -> trunks.answered.containsKey(outsider));

        calls.leave();

        assertThat(trunks.ended).containsKey(outsider);
        assertThat(log.of(outside).getLast().last()).isTrue();
        assertThat(state(ANNA, between)).contains(State.RECONNECTING);
        assertThat(log.of(between).getLast().last()).isFalse();
    }

    @Test
    void aCallThatCannotBeReplayedKeepsNoOtherFromBeingTakenUp() {
        var call = theyTalk();
        var logged = log.of(call);
        log.unfinished(List.of(List.of(logged.getLast()), logged));
        try (var after = liveCalls(log)) {
            new Recovery(after, log, company, clock).takeUpAll();

            assertThat(after.find(call)).isPresent();
            assertThat(log.setAside).containsEntry(call.text(), SetAside.NOT_REPLAYABLE);
        }
    }
}
