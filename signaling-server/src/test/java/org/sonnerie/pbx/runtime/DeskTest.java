package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.fake.OneCompany;

class DeskTest extends DeskBench {
    @Test
    void aCallRingsIsAnsweredAndEnds() {
        var call = theyTalk();
        var annasLeg = leg(ANNA, call);

        desk.hangUp(BEN, call);

        untilState(ANNA, call, State.ENDED);
        until("the relay is told", () -> media.closed.contains(annasLeg));
        assertThat(log.of(call).getLast().last()).isTrue();
        until("no page carries it", () -> desk.carrier(ANNA, call).isEmpty());
        assertThat(log.of(call).getFirst().event()).isInstanceOf(CallEvent.Dialled.class);
    }

    @Test
    void onlyOnePageCanAnswer() {
        var call = theyTalk();

        assertRefused(
                Code.ANSWERED_ELSEWHERE,
                () -> desk.answer(BEN, new PageId("p-other"), call, "offer"));
        assertThat(desk.carrier(BEN, call)).contains(BENS_PAGE);
    }

    @Test
    void aBadOfferAnswersNothingAndCanBeRepaired() {
        var call = annaCallsBen();

        assertRefused(Code.BAD_SDP, () -> desk.answer(BEN, BENS_PAGE, call, "bad"));
        desk.answer(BEN, BENS_PAGE, call, "offer");

        untilState(BEN, call, State.IN_CALL);
    }

    @Test
    void aStrangerCannotTouchACall() {
        var call = annaCallsBen();
        var stranger = new PersonId("eve");

        assertRefused(Code.NO_SUCH_CALL, () -> desk.hangUp(stranger, call));
        assertRefused(Code.NO_SUCH_CALL, () -> desk.answer(stranger, ANNAS_PAGE, call, "offer"));
        assertRefused(Code.NO_SUCH_CALL, () -> desk.hangUp(ANNA, new CallId("c-none")));
    }

    @Test
    void anUnreachablePersonEndsTheCallWithItsReason() {
        phones.reachable.remove(BEN);

        var call = desk.call(ANNA, ANNAS_PAGE, "12", "offer").view().call();

        until(
                "anna is told why",
                () ->
                        desk.calls(ANNA).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.ended()
                                                        .filter(EndReason.UNREACHABLE::equals)
                                                        .isPresent()));
    }

    @Test
    void whoSleepsIsRungOnceHisBrowserShowsTheCall() {
        phones.reachable.remove(BEN);
        phones.sleepers.people.add(BEN);

        var call = desk.call(ANNA, ANNAS_PAGE, "12", "offer").view().call();
        until("ben's browser is told", () -> phones.sleepers.waking.containsKey(BEN));
        assertThat(state(ANNA, call)).contains(State.CALLING);
        phones.sleepers.awake(BEN);

        untilState(ANNA, call, State.RINGING);
        desk.answer(BEN, BENS_PAGE, call, "offer");
        untilState(ANNA, call, State.IN_CALL);
    }

    @Test
    void whoseBrowsersTakeNoWordIsUnreachable() {
        phones.reachable.remove(BEN);
        phones.sleepers.people.add(BEN);
        phones.sleepers.waking.put(BEN, CompletableFuture.completedFuture(false));

        var call = desk.call(ANNA, ANNAS_PAGE, "12", "offer").view().call();

        untilState(ANNA, call, State.ENDED);
        assertThat(desk.calls(ANNA).getLast().ended()).contains(EndReason.UNREACHABLE);
    }

    @Test
    void aLostPageIsAPauseAndAnotherPageTakesTheCallBack() {
        var call = theyTalk();
        desk.pageGone(ANNA, ANNAS_PAGE, true);
        untilState(ANNA, call, State.RECONNECTING);
        until(
                "ben hears music",
                () -> media.hearing.get(leg(BEN, call)) instanceof Hears.Programme);
        assertThat(desk.carrier(ANNA, call)).isEmpty();

        var newPage = new PageId("p-anna2");
        desk.attach(ANNA, newPage, call, "offer");
        relay.mediaUp(leg(ANNA, call));

        untilState(ANNA, call, State.IN_CALL);
        assertThat(desk.carrier(ANNA, call)).contains(newPage);
        until(
                "ben hears anna again",
                () -> new Hears.Other(leg(ANNA, call)).equals(media.hearing.get(leg(BEN, call))));
    }

    @Test
    void aBrokenSocketAloneDoesNotPauseTheCallButLostSoundDoes() {
        var call = theyTalk();
        desk.pageGone(ANNA, ANNAS_PAGE, false);
        assertThat(state(ANNA, call)).contains(State.IN_CALL);

        relay.mediaLost(leg(ANNA, call));

        untilState(ANNA, call, State.RECONNECTING);
        assertThat(desk.carrier(ANNA, call)).isEmpty();
    }

    @Test
    void aPinIsComparedAndNeverLogged() {
        var call = desk.call(ANNA, ANNAS_PAGE, "40", "offer").view().call();
        untilState(ANNA, call, State.IN_CALL);

        desk.digits(ANNA, call, "1234#");

        until(
                "anna is let in",
                () ->
                        log.of(call).stream()
                                .anyMatch(e -> e.event() instanceof CallEvent.SecretAccepted));
        assertThat(log.of(call))
                .noneMatch(logged -> logged.event() instanceof CallEvent.DigitPressed);
    }

    @Test
    void keysInAConversationGoToTheOtherSide() {
        var call = theyTalk();

        desk.digits(ANNA, call, "5#");

        until("ben's side gets them", () -> "5#".equals(media.digits.get(leg(BEN, call))));
    }

    @Test
    void aCallFromOutsideRingsAndIsAnsweredTowardsTheCarrier() {
        var leg = arrives("offer");
        var call = CallIds.callOf(leg);

        desk.answer(ANNA, ANNAS_PAGE, call, "offer");

        until("the carrier is answered", () -> trunks.answered.containsKey(leg));
        carrier.ended(leg, EndReason.HUNG_UP);
        untilState(ANNA, call, State.ENDED);
    }

    @Test
    void aCallForwardedToOurAccountReachesTheAccountsNumber() {
        arrives("+33199999999", Optional.of("0100000011"), "offer");
        arrives("+33100000011", Optional.of("pbx"), "offer");
    }

    @Test
    void aCallFromOutsideWithUselessMediaIsRefusedAtOnce() {
        var leg = arrives("bad");

        until("the carrier is refused", () -> trunks.ended.get(leg) == EndReason.NO_MEDIA);
    }

    @Test
    void aCallToOutsideIsPlacedOverTheTrunk() {
        var call = desk.call(ANNA, ANNAS_PAGE, "0145678901", "offer").view().call();

        until("the carrier is called", () -> !trunks.placed.isEmpty());
        var order = trunks.placed.values().iterator().next();
        assertThat(order.number()).isEqualTo("+33145678901");
        assertThat(order.trunk()).isEqualTo(OneCompany.TRUNK);
        carrier.ended(order.leg(), EndReason.BUSY);
        untilState(ANNA, call, State.ENDED);
    }

    @Test
    void withoutItsLogNoNewCallBeginsAndARunningOneGoesOn() {
        var running = theyTalk();
        log.gone(true);

        assertRefused(Code.LOG_UNAVAILABLE, () -> desk.call(ANNA, ANNAS_PAGE, "12", "offer"));
        desk.hold(ANNA, running, true);

        untilState(ANNA, running, State.ON_HOLD);
    }

    @Test
    void afterARestartTheCallWaitsForItsPages() {
        var call = theyTalk();
        var after = liveCalls(log);
        var deskAfter = new Desk(after, company);

        new Recovery(after, log, company, clock).takeUpAll();

        until(
                "anna is asked to come back",
                () ->
                        deskAfter.calls(ANNA).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.state() == State.RECONNECTING));
        after.close();
    }

    @Test
    void nobodyIsLedToAMailboxThatIsNotThere() {
        var call = theyTalk();
        assertRefused(Code.NO_MAILBOX, () -> desk.handOn(ANNA, call, new HandOn.ToVoicemail("12")));
        assertRefused(Code.NO_MAILBOX, () -> desk.handOn(ANNA, call, new HandOn.ToVoicemail("40")));
        assertRefused(
                Code.UNKNOWN_NUMBER, () -> desk.handOn(ANNA, call, new HandOn.ToVoicemail("99")));
        assertThat(state(ANNA, call)).contains(State.IN_CALL);
    }
}
