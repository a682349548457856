package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;

final class MenuTest {
    private final Scenario scenario = new Scenario();
    private final Party caller = scenario.outsider;
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;

    @Test
    void aCallerIsAnsweredAtOnceAndGreeted() {
        caller.calls("+15550100100");
        caller.isAnswered();
        caller.hearsPrompts("menu-welcome");
    }

    @Test
    void key1InterruptsTheGreetingAndLeadsToSalesAfter1500Milliseconds() {
        caller.calls("+15550100100");
        scenario.passes(2);
        caller.presses("1");
        caller.hearsNothing();
        scenario.passes(1.4);
        assertThat(scenario.call().legs()).hasSize(1);
        scenario.passes(0.1);
        alice.isRung();
        bob.isRung();
        caller.hearsTone(ToneKind.RING_BACK);
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "Main menu / Sales");
        bob.rings();
        alice.rings();
        bob.answers();
        alice.isOut(EndReason.ANSWERED_ELSEWHERE);
        caller.hears(bob);
        bob.hears(caller);
    }

    @Test
    void aKeyThatCanBeginNoExtensionActsAtOnce() {
        caller.calls("+15550100100");
        caller.presses("0");
        alice.isRung();
        alice.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "Main menu");
    }

    @Test
    void theHashKeyEndsTheInput() {
        caller.calls("+15550100100");
        caller.presses("1#");
        bob.isRung();
    }

    @Test
    void anExtensionCanBeDialledAtAnyTime() {
        caller.calls("+15550100100");
        caller.presses("1");
        scenario.passes(1);
        caller.presses("0");
        scenario.passes(2);
        caller.presses("2");
        bob.isRung();
        bob.answers();
        caller.hears(bob);
    }

    @Test
    void aKeyThatMeansNothingIsToldAndTheMenuGreetsAgain() {
        caller.calls("+15550100100");
        caller.presses("9");
        caller.hearsPrompts("menu-invalid", "menu-welcome");
        caller.presses("0");
        alice.isRung();
    }

    @Test
    void anExtensionThatIsNoneIsToldToo() {
        caller.calls("+15550100100");
        caller.presses("109");
        caller.hearsPrompts("menu-invalid", "menu-welcome");
        caller.presses("10");
        scenario.passes(3);
        caller.hearsPrompts("menu-invalid", "menu-welcome");
    }

    @Test
    void without8SecondsOfAKeyItGreetsAgainAndAfter3TriesItSaysGoodbye() {
        caller.calls("+15550100100");
        for (int attempt = 1; attempt <= 2; attempt++) {
            caller.hearsPrompts("menu-welcome");
            caller.hearsItOut();
            scenario.passes(7.9);
            caller.hearsNothing();
            scenario.passes(0.1);
        }
        caller.hearsItOut();
        scenario.passes(8);
        caller.hearsPrompts("menu-goodbye");
        caller.hearsItOut();
        caller.isOut(EndReason.NO_CHOICE);
        scenario.isOver();
    }

    @Test
    void threeWrongKeysAreEnoughToo() {
        caller.calls("+15550100100");
        caller.presses("999");
        caller.hearsPrompts("menu-invalid", "menu-goodbye");
        scenario.passes(10);
        scenario.isOver();
    }

    @Test
    void aColleagueCanCallTheMenu() {
        scenario.carol.dials("100");
        scenario.carol.sees(IN_CALL);
        scenario.carol.seesParty("Main menu", "100", "");
        scenario.carol.presses("1#");
        scenario.carol.sees(RINGING);
        scenario.carol.hearsTone(ToneKind.RING_BACK);
        bob.seesParty("Carol Petit", "103", "Main menu / Sales");
        bob.answers();
        scenario.carol.hears(bob);
    }

    @Test
    void aCallerWhoWasAnsweredIsToldThatNobodyComes() {
        caller.calls("+15550100100");
        caller.presses("0");
        alice.rings();
        scenario.passes(20);
        alice.isOut(EndReason.NO_ANSWER);
        caller.hearsPrompts("not-available");
        caller.hearsItOut();
        caller.isOut(EndReason.NO_ANSWER);
        scenario.isOver();
    }

    @Test
    void key4LeadsToTheRoomAndItsPin() {
        caller.calls("+15550100100");
        caller.presses("4#");
        caller.hearsPrompts("conference-pin");
        caller.isAskedForThePin();
    }

    @Test
    void theCallerHangsUpInTheMenu() {
        caller.calls("+15550100100");
        caller.hangsUp();
        caller.isOut(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theReasonsTellWhatWasTyped() {
        caller.calls("+15550100100");
        caller.presses("9");
        assertThat(scenario.reasons())
                .contains(
                        new Reason.MenuGreets(DemoCompany.MENU, 1),
                        new Reason.MenuNotUnderstood(DemoCompany.MENU, java.util.Optional.of("9")),
                        new Reason.MenuGreets(DemoCompany.MENU, 2));
    }
}
