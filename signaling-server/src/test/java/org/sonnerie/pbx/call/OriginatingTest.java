package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Dialling;

/** A program asks that Alice call somebody. */
final class OriginatingTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party outsider = scenario.outsider;

    private void isAskedFor(String number) {
        scenario.happens(
                new Requested(
                        scenario.now(),
                        Call.callerOf(new CallId("c")),
                        DemoCompany.ALICE,
                        number,
                        Dialling.read(scenario.plan(), number),
                        "CRM"));
    }

    @Test
    void herPhoneRingsFirstThenTheOtherIsCalledAsIfSheHadDialled() {
        isAskedFor("102");
        alice.isRung();
        bob.isNotRung();
        alice.rings();
        alice.sees(CallView.State.RINGING);
        assertThat(alice.view().incoming()).isTrue();
        alice.seesParty("Bob Moreau", "102", "CRM");

        alice.answers();
        bob.isRung();
        assertThat(alice.view().incoming()).as("she is the caller now").isFalse();
        alice.sees(CallView.State.CALLING);
        bob.rings();
        alice.sees(CallView.State.RINGING);
        bob.seesParty("Alice Durand", "101", "");
        bob.answers();
        alice.hears(bob);
        bob.hears(alice);
        alice.sees(CallView.State.IN_CALL);
        alice.hangsUp();
        scenario.isOver();
    }

    @Test
    void aNumberOutsideIsCalledWithHerCallerNumber() {
        isAskedFor("0145678901");
        alice.rings();
        alice.answers();
        assertThat(scenario.effects())
                .anySatisfy(effect ->
                        assertThat(effect)
                                .isInstanceOfSatisfying(
                                        CallEffect.CallOutside.class,
                                        out -> assertThat(out.number()).isEqualTo("+33145678901")));
        outsider.rings();
        outsider.answers();
        alice.hears(outsider);
    }

    @Test
    void ifSheDoesNotAnswerNobodyElseIsRung() {
        isAskedFor("102");
        alice.rings();
        scenario.passes(21);
        alice.isOut(EndReason.NO_ANSWER);
        scenario.isOver();
        assertThat(scenario.call().legs()).hasSize(1);
    }

    @Test
    void ifSheDeclinesItIsOver() {
        isAskedFor("102");
        alice.rings();
        alice.declines();
        scenario.isOver();
        assertThat(scenario.call().legs()).hasSize(1);
    }

    @Test
    void aSleepingPhoneIsWoken() {
        isAskedFor("102");
        alice.sleeps();
        alice.isWoken();
        alice.rings();
        alice.answers();
        bob.isRung();
    }

    @Test
    void aServerThatRestartsMeanwhileEndsIt() {
        isAskedFor("102");
        alice.rings();
        scenario.serverRestarts();
        alice.isOut(EndReason.SERVER_RESTARTED);
        scenario.isOver();
    }
}
