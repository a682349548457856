package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.DemoCompany;

/** Carol supervises calls of others. */
class SupervisionTest {
    private static final LegId HERS = new LegId("c-s");

    private final Scenario scenario = new Scenario();

    @Test
    void herPhoneRingsAndNothingChangesForTheOthersUntilSheAnswers() {
        scenario.aliceTalksToBob();
        carolWants(Manner.LISTEN);

        scenario.carol.isRung();
        scenario.carol.sees(CallView.State.RINGING);
        scenario.alice.hears(scenario.bob);
        scenario.bob.hears(scenario.alice);
        assertThat(scenario.reasons())
                .contains(
                        new SupervisionReason.Wished(
                                DemoCompany.CAROL, Manner.LISTEN, "new colleague"));
    }

    @Test
    void whoListensHearsBothAndIsShownToNobody() {
        carolSupervises(Manner.LISTEN);

        assertThat(scenario.heardBy(HERS))
                .contains(new Hears.Supervised(Manner.LISTEN, scenario.bob.leg()));
        scenario.alice.hearsAll();
        scenario.bob.hearsAll();
        scenario.carol.sees(CallView.State.IN_CALL);
        assertThat(with(scenario.alice)).isEmpty();
        assertThat(with(scenario.bob)).isEmpty();
        assertThat(with(scenario.carol)).containsExactly("Bob Moreau");
    }

    @Test
    void whoWhispersIsHeardByAndShownToWhomSheSupervisesAlone() {
        carolSupervises(Manner.LISTEN);
        carolWants(Manner.WHISPER);

        assertThat(scenario.heardBy(HERS))
                .contains(new Hears.Supervised(Manner.WHISPER, scenario.bob.leg()));
        assertThat(with(scenario.alice)).isEmpty();
        assertThat(with(scenario.bob)).hasSize(1);
    }

    @Test
    void whoBargesInIsShownToAll() {
        carolSupervises(Manner.BARGE);

        assertThat(scenario.heardBy(HERS))
                .contains(new Hears.Supervised(Manner.BARGE, scenario.bob.leg()));
        assertThat(with(scenario.alice)).hasSize(1);
        assertThat(with(scenario.bob)).hasSize(1);
    }

    @Test
    void theOthersTalkOnWhenSheHangsUp() {
        carolSupervises(Manner.BARGE);
        scenario.carol.hangsUp();

        scenario.alice.hears(scenario.bob);
        scenario.bob.hears(scenario.alice);
        assertThat(scenario.call().ended()).isFalse();
        scenario.carol.seesEnded(EndReason.HUNG_UP);
        assertThat(scenario.reasons()).contains(new SupervisionReason.Ended(DemoCompany.CAROL));
    }

    @Test
    void itEndsWithTheCall() {
        carolSupervises(Manner.LISTEN);
        scenario.alice.hangsUp();

        assertThat(scenario.call().ended()).isTrue();
    }

    @Test
    void itEndsWhenWhoIsSupervisedHandsTheCallOn() {
        carolSupervises(Manner.LISTEN);
        scenario.bob.parksOn("701");

        assertThat(scenario.call().leg(HERS).filter(Leg::over)).isPresent();
        scenario.alice.hearsMusic();
    }

    @Test
    void sheHearsNothingOfWhomHeAsksAside() {
        carolSupervises(Manner.LISTEN);
        scenario.bob.asks("0145678901");

        assertThat(scenario.call().pathOf(scenario.bob.leg())).isEqualTo(scenario.call().aside());
        assertThat(scenario.heardBy(scenario.bob.leg()))
                .isNotEqualTo(Optional.of(new Hears.Together()));
        scenario.alice.hearsMusic();
    }

    @Test
    void nobodySupervisesACallForHelp() {
        scenario.alice.dials("112");
        scenario.outsider.answers();
        carolWants(Manner.LISTEN);

        assertThat(scenario.call().leg(HERS)).isEmpty();
    }

    @Test
    void nobodySupervisesACallThatOnlyRings() {
        scenario.alice.dials("102");
        scenario.bob.rings();
        carolWants(Manner.LISTEN);

        assertThat(scenario.call().leg(HERS)).isEmpty();
    }

    @Test
    void aPhoneThatIsNotAnsweredStopsRinging() {
        scenario.aliceTalksToBob();
        carolWants(Manner.LISTEN);
        scenario.passes(21);

        scenario.carol.seesEnded(EndReason.NO_ANSWER);
        scenario.alice.hears(scenario.bob);
    }

    private void carolSupervises(Manner manner) {
        scenario.aliceTalksToBob();
        carolWants(manner);
        scenario.carol.answers();
    }

    private void carolWants(Manner manner) {
        scenario.happens(
                new SupervisionEvent.SupervisionWished(
                        scenario.now(), HERS, DemoCompany.CAROL, manner, "new colleague"));
    }

    private static List<String> with(Party party) {
        return party.view().details().with().stream().map(Named::name).toList();
    }
}
