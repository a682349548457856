package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.Bilingual;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.DemoCompany;

/** A caller chooses a language, or the number he called does. */
final class LanguageTest {
    private final Scenario call = new Scenario(Bilingual.plan().consistent());
    private final Party caller = call.outsider;
    private final Party alice = call.alice;

    private static CallSound in(String language, String name) {
        return new CallSound.Prompt(name, Optional.of(language));
    }

    private void hearsFrench(String... names) {
        assertThat(caller.sounds())
                .containsExactlyElementsOf(List.of(names).stream().map(n -> in("fr", n)).toList());
    }

    private void choosesFrench() {
        caller.calls("+15550100100");
        caller.presses("9");
    }

    @Test
    void aMenuOffersItsOtherLanguageInThatLanguage() {
        caller.calls("+15550100100");
        assertThat(caller.sounds())
                .containsExactly(
                        new CallSound.Prompt("menu-welcome"),
                        in("fr", "language-key"),
                        in("fr", "number-9"));
    }

    @Test
    void itsKeySaysTheMenuAgainInThatLanguage() {
        choosesFrench();
        hearsFrench("menu-welcome");
        caller.presses("7");
        hearsFrench("menu-invalid", "menu-welcome");
        assertThat(call.call().path().stage()).isInstanceOf(Stage.Choosing.class);
    }

    @Test
    void aChoiceIsNoAttempt() {
        choosesFrench();
        caller.presses("9999");
        caller.hearsItOut();
        call.passes(8);
        call.goesOn();
        assertThat(call.reasons()).doesNotContain(new Reason.MenuGaveUp(DemoCompany.MENU));
    }

    @Test
    void allThatFollowsIsInIt() {
        choosesFrench();
        caller.presses("4#");
        hearsFrench("conference-pin");
        caller.typesAWrongPin();
        hearsFrench("conference-pin-wrong");
    }

    @Test
    void soItIsAfterATransferAndWhoHandedOnHearsTheCompanysLanguage() {
        choosesFrench();
        caller.presses("0");
        alice.answers();
        caller.hears(alice);
        alice.transfersTo("400");
        hearsFrench("conference-pin");

        Scenario parked = new Scenario(Bilingual.plan());
        parked.outsider.calls("+15550100100");
        parked.outsider.presses("90");
        parked.alice.answers();
        parked.alice.parksOn("701");
        parked.alice.hearsPrompts("parked-at", "number-7", "number-0", "number-1");
    }

    @Test
    void whoeverCallsAFrenchNumberHearsHisPlaceInFrench() {
        caller.calls(Bilingual.FRENCH_NUMBER);
        call.happens(
                new CallEvent.QueueTold(
                        call.now(), caller.leg(), Counter.SUPPORT, 71, Optional.of(125), true));
        hearsFrench("queue-position", "number-71", "queue-wait-about", "number-3", "minutes");
        assertThat(call.reasons())
                .contains(new LanguageReason.OfNumber(Bilingual.FRENCH_NUMBER, "fr"));
    }

    @Test
    void anAnnouncementSetsItToo() {
        caller.calls(Bilingual.ANNOUNCED_NUMBER);
        hearsFrench("closed");
        caller.hearsItOut();
        hearsFrench("menu-welcome");
    }

    @Test
    void theStorySaysSo() {
        choosesFrench();
        assertThat(Told.lines(call.logged(), Locale.ENGLISH))
                .contains(
                        "9 is pressed. Menu Main menu, extension 100: from now on the caller hears"
                                + " French.");
        assertThat(Told.lines(call.logged(), Locale.FRENCH))
                .anyMatch(line -> line.endsWith("désormais le français."));
        Scenario number = new Scenario(Bilingual.plan());
        number.outsider.calls(Bilingual.FRENCH_NUMBER);
        assertThat(Told.lines(number.logged(), Locale.ENGLISH))
                .contains("Whoever calls +15550100500 hears: French.");
    }

    @Test
    void aLogAloneGivesTheLanguageAgain() {
        choosesFrench();
        caller.presses("4#");
        Call again = Call.replay(new CallId("c"), call.plan(), new ArrayList<>(call.log()));
        assertThat(again).isEqualTo(call.call());
        assertThat(again.sounds().tongue()).contains(new Tongue(caller.leg(), "fr"));
    }
}
