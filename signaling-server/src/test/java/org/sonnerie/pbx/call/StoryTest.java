package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.runtime.LoggedCall;

/** "Why did my phone not ring?", answered from the log alone. */
final class StoryTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party carol = scenario.carol;
    private final Party outsider = scenario.outsider;

    private List<String> told() {
        return Told.lines(scenario.logged(), Locale.ENGLISH);
    }

    private String verdict() {
        return Told.verdict(scenario.logged(), Locale.ENGLISH);
    }

    private void throughTheMenuToSales() {
        outsider.calls("+15550100100");
        scenario.passes(2);
        outsider.presses("1");
        scenario.passes(1.5);
    }

    @Test
    void aCallThroughTheMenuSaysWhoDeclinedAndWhoAnswered() {
        throughTheMenuToSales();
        alice.rings();
        bob.rings();
        scenario.passes(4);
        bob.declines();
        scenario.passes(4);
        alice.answers();
        scenario.passes(42.5);
        outsider.hangsUp();

        assertThat(told())
                .containsExactly(
                        "Jeanne (+33612345678) calls +15550100100.",
                        "+15550100100 leads to: Menu Main menu, extension 100.",
                        "Menu Main menu, extension 100 greets.",
                        "1 is pressed. Menu Main menu, extension 100 leads to: Ring group Sales,"
                                + " extension 200.",
                        "Ring group Sales, extension 200: all are rung at once (2), for 20 s at"
                                + " most.",
                        "Alice Durand: the page is asked to ring, for 20 s at most.",
                        "Bob Moreau: the page is asked to ring, for 20 s at most.",
                        "Alice Durand: the phone rings.",
                        "Bob Moreau: the phone rings.",
                        "Bob Moreau declined after 4 s.",
                        "Alice Durand answered after 8 s.",
                        "Jeanne (+33612345678) hangs up. The call is over.");
        assertThat(verdict()).isEqualTo("Alice Durand answered after 12 s. Time of talk: 0:42.");
    }

    @Test
    void aPhoneThatCouldNotRingIsToldFromOneThatRangInVain() {
        outsider.calls("+15550100200");
        bob.ends(EndReason.UNREACHABLE);
        alice.rings();
        scenario.passes(20);

        assertThat(told())
                .contains(
                        "Bob Moreau: no page answered, so no phone could ring.",
                        "Alice Durand did not answer within 20 s.",
                        "Ring group Sales, extension 200: nobody was reached: no answer.")
                .doesNotContain("Bob Moreau: the phone rings.");
        assertThat(verdict()).isEqualTo("Nobody answered: no answer.");
    }

    @Test
    void whoseColleagueWasQuickerIsToldSo() {
        outsider.calls("+15550100200");
        alice.rings();
        bob.rings();
        scenario.passes(3);
        alice.answers();

        assertThat(told())
                .endsWith(
                        "Alice Durand answered after 3 s.",
                        "Bob Moreau: the phone stops ringing, somebody else answered.");
        assertThat(verdict()).isEqualTo("The call is still going on.");
        assertThat(Story.of(scenario.logged()).over()).isFalse();
    }

    @Test
    void transfersParkingAndPickupNameWhoDidThem() {
        outsider.calls("+15550100101");
        alice.rings();
        alice.answers();
        alice.holds();
        alice.resumes();
        alice.parksOn("701");
        bob.takes(Way.RETRIEVE);
        bob.transfersTo("103", "the cake");
        carol.rings();
        alice.takes(Way.PICKUP);
        alice.hangsUp();

        assertThat(told())
                .containsSubsequence(
                        "Alice Durand puts the other side on hold.",
                        "Alice Durand takes the other side off hold.",
                        "Alice Durand parks the call on 701.",
                        "Bob Moreau takes the parked call.",
                        "Bob Moreau transfers the call to: Carol Petit, extension 103.",
                        "Alice Durand picks up the call that rings for others.",
                        "Carol Petit: the phone stops ringing, somebody else answered.",
                        "Alice Durand hangs up. The call is over.")
                .noneMatch(line -> line.contains("the cake"));
    }

    @Test
    void whoTakesACallerOutOfTurnIsNamed() {
        var queued = new Scenario(Counter.plan(Counter.support()).consistent());
        queued.outsider.calls(Counter.NUMBER);
        queued.bob.takes(Way.OUT_OF_TURN);
        assertThat(Told.lines(queued.logged(), Locale.ENGLISH))
                .endsWith("Bob Moreau takes the caller out of the queue, out of turn.");
        assertThat(Told.lines(queued.logged(), Locale.FRENCH))
                .endsWith("Bob Moreau prend l’appelant dans la file, hors tour.");
    }

    @Test
    void askingFirstAndLeavingAGatheringAreTold() {
        scenario.aliceTalksToBob();
        alice.asks("103");
        carol.rings();
        carol.answers();
        alice.bringsAllTogether();
        bob.hangsUp();
        carol.hangsUp();

        assertThat(told())
                .containsSubsequence(
                        "Alice Durand lets the other side wait and asks: Carol Petit, extension"
                                + " 103.",
                        "Alice Durand brings all together: 3 talk now.",
                        "Bob Moreau leaves: hung up.",
                        "Carol Petit hangs up. The call is over.");
    }

    @Test
    void callsToTheOutsideSayWhoAnswered() {
        alice.dials("0145678901");
        scenario.passes(5);
        outsider.rings();
        scenario.passes(2);
        outsider.answers();

        assertThat(told())
                .contains(
                        "The call goes out to +33145678901 over Loopback carrier.",
                        "+33145678901: the phone rings.",
                        "+33145678901 answered after 7 s.");
    }

    @Test
    void pinsAppearNowhere() {
        outsider.calls("+15550100400");
        outsider.typesAWrongPin();
        outsider.hearsItOut();
        outsider.typesTheRightPin();
        outsider.hearsItOut();
        outsider.isSeated(Standing.IN);
        scenario.passes(61);
        outsider.hangsUp();

        assertThat(told())
                .contains(
                        "Conference room Meeting room, extension 400: the PIN is wrong or was not"
                                + " typed (attempt 1).",
                        "Conference room Meeting room, extension 400: the PIN is right, the caller"
                                + " is let in.")
                .noneMatch(line -> line.contains("246810") || line.contains("135790"));
        assertThat(verdict())
                .isEqualTo("Conference room Meeting room, extension 400. Time in the room: 1:01.");
    }

    @Test
    void itIsToldInFrenchToo() {
        alice.dials("102");
        bob.rings();
        scenario.passes(3);
        alice.hangsUp();

        assertThat(Told.lines(scenario.logged(), Locale.FRENCH))
                .containsSubsequence(
                        "Alice Durand compose 102.",
                        "Alice Durand renonce avant toute réponse. L’appel est terminé.");
    }

    @Test
    void whateverHappensItCanBeToldInBothLanguagesAndItsRecordAddsUp() {
        Histories.forAll(
                500,
                history -> {
                    HistoryRun run = new HistoryRun(history.start());
                    history.steps().forEach(run::take);
                    var logged = new LoggedCall(new CallId("c"), HistoryRun.PLAN, run.log());
                    assertThat(Told.lines(logged, Locale.ENGLISH)).isNotEmpty();
                    assertThat(Told.lines(logged, Locale.FRENCH))
                            .hasSameSizeAs(Told.lines(logged, Locale.ENGLISH));
                    assertThat(Told.verdict(logged, Locale.FRENCH)).isNotEmpty();
                    addsUp(CallRecord.of(logged), run.call());
                });
    }

    private static void addsUp(CallRecord record, Call call) {
        assertThat(record.legs()).hasSameSizeAs(call.legs());
        assertThat(record.outcome().talked())
                .isBetween(
                        Duration.ZERO,
                        Duration.between(record.time().began(), record.time().ended()));
        assertThat(record.legs())
                .allSatisfy(leg ->
                        assertThat(leg.times().ended().isPresent())
                                .isEqualTo(leg.why().isPresent()));
        assertThat(record.outcome().why().isPresent() || !call.ended())
                .as("a call that is over says why")
                .isTrue();
        if (record.outcome().answered().equals(Optional.empty())) {
            assertThat(record.outcome().talked()).isZero();
        }
    }
}
