package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.RecordedLeg;
import org.sonnerie.pbx.history.RecordedParty;
import org.sonnerie.pbx.plan.DemoCompany;

/** What is kept of a call, exact to its events. */
final class RecordTest {
    private static final RecordedParty BOB =
            new RecordedParty(Optional.of(DemoCompany.BOB), "Bob Moreau", "102");

    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party outsider = scenario.outsider;

    private CallRecord record() {
        return CallRecord.of(scenario.logged());
    }

    @Test
    void aCallFromOutsideThroughTheMenu() {
        outsider.calls("+15550100100");
        outsider.presses("1");
        scenario.passes(1.5);
        alice.rings();
        scenario.passes(4);
        bob.declines();
        scenario.passes(2.25);
        alice.answers();
        scenario.passes(42.375);
        alice.hangsUp();

        CallRecord record = record();
        assertThat(record.direction()).isEqualTo(Direction.IN);
        assertThat(record.caller())
                .isEqualTo(new RecordedParty(Optional.empty(), "Jeanne", Party.OUTSIDE_NUMBER));
        assertThat(record.way())
                .isEqualTo(new CallRecord.Way("+15550100100", new Place("group", "Sales", "200")));
        assertThat(record.outcome())
                .isEqualTo(
                        new CallRecord.Outcome(
                                Optional.of(Scenario.BEGIN.plusMillis(7_750)),
                                Duration.ofMillis(42_375),
                                Optional.of(EndReason.HUNG_UP)));
        assertThat(record.time()).isEqualTo(new CallRecord.Span(Scenario.BEGIN, scenario.now()));
        assertThat(record.legs()).hasSize(3);
        assertThat(record.legs().get(2))
                .isEqualTo(
                        new RecordedLeg(
                                BOB,
                                true,
                                new RecordedLeg.Times(
                                        Scenario.BEGIN.plusMillis(1_500),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(Scenario.BEGIN.plusMillis(5_500))),
                                Optional.of(EndReason.DECLINED)));
        assertThat(record.legs().get(1).times().rang()).contains(Scenario.BEGIN.plusMillis(1_500));
    }

    @Test
    void whoHangsUpInTheMenuHasTalkedToNobody() {
        outsider.calls("+15550100100");
        scenario.passes(10);
        outsider.hangsUp();

        assertThat(record().outcome())
                .isEqualTo(
                        new CallRecord.Outcome(
                                Optional.empty(), Duration.ZERO, Optional.of(EndReason.HUNG_UP)));
    }

    @Test
    void waitingInASlotIsNoTalk() {
        outsider.calls("+15550100101");
        alice.answers();
        scenario.passes(10);
        alice.parksOn("701");
        scenario.passes(30);
        bob.takes(Way.RETRIEVE);
        scenario.passes(5);
        bob.hangsUp();

        assertThat(record().outcome().talked()).isEqualTo(Duration.ofSeconds(15));
        assertThat(record().legs()).hasSize(3);
    }

    @Test
    void aTransferDoesNotChangeWhereTheCallWasLed() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.transfersTo("102");
        bob.answers();
        bob.hangsUp();

        assertThat(record().way().ledTo()).isEqualTo(new Place("person", "Alice Durand", "101"));
    }

    @Test
    void insideAndOutAreToldApart() {
        alice.dials("0145678901");
        outsider.ends(EndReason.BUSY);
        assertThat(record().direction()).isEqualTo(Direction.OUT);
        assertThat(record().way())
                .isEqualTo(
                        new CallRecord.Way("0145678901", new Place("outside", "+33145678901", "")));

        Scenario inside = new Scenario();
        inside.aliceTalksToBob();
        inside.bob.hangsUp();
        CallRecord record = CallRecord.of(inside.logged());
        assertThat(record.direction()).isEqualTo(Direction.INTERNAL);
        assertThat(record.caller().person()).contains(DemoCompany.ALICE);
    }

    @Test
    void aRoomIsTalkOnceItLetTheCallerIn() {
        outsider.calls("+15550100400");
        scenario.passes(3);
        outsider.typesTheRightPin();
        outsider.hearsItOut();
        outsider.isSeated(Standing.WAITS_FOR_MODERATOR);
        scenario.passes(20);
        outsider.isSeated(Standing.IN);
        scenario.passes(60);
        outsider.hangsUp();

        assertThat(record().outcome().answered()).contains(Scenario.BEGIN.plusSeconds(23));
        assertThat(record().outcome().talked()).isEqualTo(Duration.ofSeconds(60));
    }
}
