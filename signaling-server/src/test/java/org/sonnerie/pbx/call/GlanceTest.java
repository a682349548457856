package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallGlance.Approach;
import org.sonnerie.pbx.call.CallGlance.Direction;
import org.sonnerie.pbx.call.CallGlance.State;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.DemoCompany;

/** A call as whoever looks after the company sees it. */
final class GlanceTest {
    private static final Named ALICE = new Named("Alice Durand", "101");
    private static final Named BOB = new Named("Bob Moreau", "102");
    private static final Named CAROL = new Named("Carol Petit", "103");
    private static final Named JEANNE = new Named("Jeanne", Party.OUTSIDE_NUMBER);

    private Scenario scenario = new Scenario();

    private CallGlance glance() {
        return scenario.call().glance().orElseThrow();
    }

    private void is(State state, Named caller, Named... others) {
        assertThat(glance().state()).isEqualTo(state);
        assertThat(glance().caller()).isEqualTo(caller);
        assertThat(glance().others()).isEqualTo(List.of(others));
    }

    @Test
    void twoOfTheCompanyFromTheFirstDigitToTheEnd() {
        scenario.alice.dials("102");
        is(State.CALLING, ALICE, BOB);
        Instant began = scenario.now();
        scenario.bob.rings();
        is(State.RINGING, ALICE, BOB);
        scenario.passes(5);
        scenario.bob.answers();
        is(State.TALKING, ALICE, BOB);
        assertThat(glance().approach()).isEqualTo(new Approach(Direction.INSIDE, "102", ""));
        assertThat(glance().began()).isEqualTo(began);
        assertThat(glance().since()).isEqualTo(scenario.now());

        scenario.alice.holds();
        is(State.ON_HOLD, ALICE, BOB);
        scenario.alice.resumes();
        scenario.bob.losesThePage();
        is(State.RECONNECTING, ALICE, BOB);
        scenario.bob.isBack();
        scenario.alice.hangsUp();

        assertThat(scenario.call().glance()).isEmpty();
    }

    @Test
    void anOutsiderIsHandedOnAfterAQuestion() {
        scenario.outsider.calls("+15550100101");
        scenario.alice.rings();
        is(State.RINGING, JEANNE, ALICE);
        assertThat(glance().approach()).isEqualTo(new Approach(Direction.IN, "+15550100101", ""));
        scenario.alice.answers();
        scenario.alice.asks("102");
        is(State.CONSULTING, JEANNE, ALICE);
        scenario.bob.answers();
        scenario.alice.completes();
        is(State.TALKING, JEANNE, BOB);
    }

    @Test
    void threeTogether() {
        scenario.aliceTalksToBob();
        scenario.alice.asks("103");
        scenario.carol.answers();
        scenario.alice.bringsAllTogether();
        is(State.TALKING, ALICE, BOB, CAROL);
    }

    @Test
    void whoIsOutsideIsCalled() {
        scenario.alice.dials("+33145678902");
        assertThat(glance().approach().direction()).isEqualTo(Direction.OUT);
        is(State.CALLING, ALICE, new Named("", "+33145678902"));
    }

    @Test
    void aGroupRingsUnderItsOwnName() {
        scenario.alice.dials("200");
        scenario.bob.rings();
        assertThat(glance().state()).isEqualTo(State.RINGING);
        assertThat(glance().others()).extracting(Named::number).containsExactly("200");
    }

    @Test
    void aCallerWaitsInAQueueAndIsTaken() {
        scenario = new Scenario(Counter.plan(Counter.support()).consistent());
        scenario.outsider.calls(Counter.NUMBER);
        Instant came = scenario.now();
        scenario.passes(10);
        assertThat(glance().state()).isEqualTo(State.WAITING);
        assertThat(glance().since()).isEqualTo(came);
        assertThat(glance().others()).containsExactly(new Named("Support", "300"));
        scenario.happens(
                new CallEvent.AgentsOffered(
                        scenario.now(),
                        scenario.call().path().lead(),
                        Counter.SUPPORT,
                        1,
                        List.of(DemoCompany.BOB)));
        scenario.bob.rings();
        assertThat(glance().state()).isEqualTo(State.WAITING);
        scenario.bob.answers();
        is(State.TALKING, JEANNE, BOB);
        assertThat(glance().approach().via()).isEqualTo("Support");
    }
}
