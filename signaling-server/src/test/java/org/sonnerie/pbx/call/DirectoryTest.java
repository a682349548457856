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
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Phonebook;

/** Somebody is looked for by the letters of his name. */
final class DirectoryTest {
    private static final MessageId ALICES = new MessageId("x-g1");
    private static final MessageId BOBS = new MessageId("y-g1");

    private final Scenario call = new Scenario(Phonebook.plan().consistent());
    private final Party caller = call.outsider;
    private final Party bob = call.bob;

    private void calls() {
        caller.calls(Phonebook.NUMBER);
    }

    private static String said(Party party) {
        return String.join(
                " ",
                party.sounds().stream()
                        .map(sound ->
                                sound instanceof CallSound.Prompt(String name, var _)
                                        ? name.replaceFirst("letter-|number-|directory-", "")
                                        : "/")
                        .toList());
    }

    @Test
    void theCallerIsAnsweredAndAskedForLetters() {
        calls();
        caller.isAnswered();
        caller.hearsPrompts("directory-welcome");
    }

    @Test
    void aNameThatIsTheOnlyOneIsSaidAtOnceAndTaken() {
        calls();
        caller.presses("262");
        assertThat(said(caller)).isEqualTo("b o b / m o r e a u extension 1 0 2 keys");
        caller.presses("1");
        bob.isRung();
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        bob.answers();
        caller.hears(bob);
    }

    @Test
    void severalAreSaidOneAfterAnother() {
        calls();
        caller.presses("9#");
        assertThat(said(caller)).startsWith("z o e-acute / p e t i t");
        caller.presses("2");
        assertThat(said(caller)).startsWith("z o e-acute / z w i c k y");
        caller.presses("2");
        assertThat(said(caller)).startsWith("z o e-acute / p e t i t");
        caller.presses("33");
        assertThat(said(caller)).startsWith("z o e-acute / p e t i t");
    }

    @Test
    void aFamilyNameOfSeveralWordsIsFoundByEachOfThem() {
        for (String typed : List.of("33528687", "528687", "8687", "2663")) {
            Scenario one = new Scenario(Phonebook.plan());
            one.outsider.calls(Phonebook.NUMBER);
            one.outsider.presses(typed + "#");
            assertThat(said(one.outsider)).as(typed).contains("t o u r");
        }
    }

    @Test
    void whoDoesNotWantToIsNotInIt() {
        calls();
        caller.presses("22");
        caller.hearsPrompts("directory-none", "directory-welcome");
        caller.presses("#");
        assertThat(call.reasons())
                .contains(new DirectoryReason.NobodyFound("22"), new DirectoryReason.Found("", 6));
    }

    @Test
    void namesakesAreToldApartByTheirDepartment() {
        calls();
        caller.presses("25423#");
        assertThat(said(caller))
                .isEqualTo("a l i c e / d u r a n d department s a l e s extension 1 0 1 keys");
        caller.presses("2");
        assertThat(said(caller)).isEqualTo("a l i c e / d u r a n d extension 1 0 4");
    }

    @Test
    void afterAPauseWhatWasTypedIsComplete() {
        calls();
        caller.presses("9");
        call.passes(2.9);
        caller.hearsNothing();
        call.passes(0.1);
        assertThat(said(caller)).startsWith("z o e-acute");
    }

    @Test
    void aStarBeginsAgain() {
        calls();
        caller.presses("9*262");
        assertThat(said(caller)).startsWith("b o b");
        caller.presses("*");
        caller.hearsPrompts("directory-welcome");
    }

    @Test
    void namesFollowOneAnotherUntilNobodyListens() {
        calls();
        caller.presses("9#");
        caller.hearsItOut();
        call.passes(4);
        assertThat(said(caller)).isEqualTo("z o e-acute / z w i c k y extension 1 0 6");
        caller.hearsItOut();
        call.passes(4);
        caller.hearsPrompts("directory-welcome");
    }

    @Test
    void whoNeverTypesIsBidGoodbye() {
        calls();
        for (int attempt = 1; attempt <= 3; attempt++) {
            caller.hearsPrompts("directory-welcome");
            caller.hearsItOut();
            call.passes(8);
        }
        caller.hearsPrompts("menu-goodbye");
        caller.hearsItOut();
        caller.isOut(EndReason.NO_CHOICE);
        call.isOver();
    }

    @Test
    void threeWrongNamesAreEnough() {
        calls();
        caller.presses("444");
        caller.hearsPrompts("directory-none", "menu-goodbye");
        call.passes(10);
        call.isOver();
    }

    @Test
    void aDirectoryWithoutNamesSaysSo() {
        Scenario none = new Scenario(Phonebook.nobodyListed());
        none.outsider.calls(Phonebook.NUMBER);
        none.outsider.hearsPrompts("directory-empty");
        none.outsider.hearsItOut();
        none.isOver();
    }

    @Test
    void aColleagueFindsItByACodeAndSoDoesOneWhoIsHandedOn() {
        call.carol.dials("*411");
        call.carol.hearsPrompts("directory-welcome");
        call.carol.losesThePage();
        call.carol.isBack();
        call.carol.hearsPrompts("directory-welcome");
        call.carol.presses("262");
        call.carol.losesThePage();
        call.carol.isBack();
        assertThat(said(call.carol)).startsWith("b o b");
        call.carol.presses("1");
        bob.isRung();
    }

    @Test
    void inFrenchItIsFrench() {
        Scenario french = new Scenario(Phonebook.in(Bilingual.plan()).consistent());
        french.outsider.calls("+15550100100");
        french.outsider.presses("93#");
        assertThat(french.outsider.sounds())
                .containsExactly(new CallSound.Prompt("directory-welcome", Optional.of("fr")));
        french.outsider.presses("262");
        assertThat(french.outsider.sounds())
                .allMatch(sound ->
                        !(sound instanceof CallSound.Prompt(var _, var language))
                                || language.equals(Optional.of("fr")));
    }

    @Test
    void theStoryTellsIt() {
        calls();
        caller.presses("42621");
        assertThat(Told.lines(call.logged(), Locale.ENGLISH))
                .contains(
                        Phonebook.NUMBER + " leads to: Directory of names.",
                        "The caller was asked for the first letters of a name (attempt 1).",
                        "4 is pressed. No name begins so.",
                        "262 is pressed. Names that begin so: 1.",
                        "The caller chooses: Bob Moreau.");
        assertThat(Told.lines(call.logged(), Locale.FRENCH))
                .contains("L’appelant choisit\u00a0: Bob Moreau.");
        assertThat(Call.replay(new CallId("c"), call.plan(), new ArrayList<>(call.log())))
                .isEqualTo(call.call());
        assertThat(call.reasons()).contains(new DirectoryReason.Chosen(DemoCompany.BOB));
    }

    @Test
    void whoHasRecordedHisNameIsHeardSayingItAndTheOthersAreSpelled() {
        call.names(
                Optional.of(
                        List.of(
                                new NamesTold.Name(DemoCompany.BOB, BOBS),
                                new NamesTold.Name(DemoCompany.ALICE, ALICES))));
        calls();
        caller.presses("262");
        assertThat(caller.sounds().getFirst()).isEqualTo(new CallSound.Message(BOBS));
        assertThat(said(caller)).isEqualTo("/ extension 1 0 2 keys");
        caller.presses("*25423#");
        assertThat(caller.sounds().getFirst()).isEqualTo(new CallSound.Message(ALICES));
        assertThat(said(caller)).isEqualTo("/ department s a l e s extension 1 0 1 keys");
        caller.presses("2");
        assertThat(said(caller)).isEqualTo("a l i c e / d u r a n d extension 1 0 4");
        caller.presses("*#");
        assertThat(said(caller)).startsWith("/ department");
        assertThat(Call.replay(new CallId("c"), call.plan(), new ArrayList<>(call.log())))
                .isEqualTo(call.call());
    }

    @Test
    void whereNothingIsToldInTimeNamesAreSpelled() {
        call.names(Optional.empty());
        calls();
        caller.presses("262");
        caller.hearsNothing();
        caller.presses("1");
        call.passes(1);
        assertThat(said(caller)).isEqualTo("b o b / m o r e a u extension 1 0 2 keys");
        caller.presses("*262");
        caller.presses("*");
        caller.hearsPrompts("directory-welcome");
    }
}
