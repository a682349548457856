package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

class OccupancyTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId OTHER = new CompanyId("other");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BEN = new PersonId("ben");
    private static final CallId ONE = new CallId("c1");
    private static final CallId TWO = new CallId("c2");
    private static final CallId THREE = new CallId("c3");

    private final Occupancy occupancy = new Occupancy(new Occupancy.Limits(1, 2));

    @Test
    void companyHasNoMoreCallsThanItMayAndOthersDoNotCount() {
        assertThat(occupancy.begin(ONE, ACME)).isTrue();
        assertThat(occupancy.begin(TWO, ACME)).isTrue();
        assertThat(occupancy.begin(THREE, ACME)).isFalse();
        assertThat(occupancy.begin(THREE, OTHER)).isTrue();
    }

    @Test
    void callThatEndsMakesRoomOnceHoweverOftenItEnds() {
        occupancy.begin(ONE, ACME);
        occupancy.begin(TWO, ACME);

        occupancy.end(ONE);
        occupancy.end(ONE);

        assertThat(occupancy.begin(THREE, ACME)).isTrue();
        assertThat(occupancy.begin(ONE, ACME)).isFalse();
    }

    @Test
    void personHasNoMoreCallsThanOneMayAndJoiningAgainChangesNothing() {
        occupancy.begin(ONE, ACME);
        occupancy.begin(TWO, ACME);

        assertThat(occupancy.join(ONE, ANNA)).isTrue();
        assertThat(occupancy.join(ONE, ANNA)).isTrue();
        assertThat(occupancy.join(TWO, ANNA)).isFalse();
        assertThat(occupancy.join(TWO, BEN)).isTrue();
    }

    @Test
    void whoLeavesACallThatGoesOnHasRoomAgain() {
        occupancy.begin(ONE, ACME);
        occupancy.begin(TWO, ACME);
        occupancy.join(ONE, ANNA);
        occupancy.join(ONE, BEN);

        occupancy.keep(ONE, Set.of(BEN));

        assertThat(occupancy.join(TWO, ANNA)).isTrue();
        assertThat(occupancy.join(TWO, BEN)).isFalse();
    }

    @Test
    void callsOfBeforeAreTakenUpWhateverTheLimits() {
        occupancy.restore(ONE, ACME, Set.of(ANNA));
        occupancy.restore(TWO, ACME, Set.of(ANNA));
        occupancy.restore(THREE, ACME, Set.of(ANNA));
        occupancy.end(ONE);

        assertThat(occupancy.begin(ONE, ACME)).isFalse();
        assertThat(occupancy.join(TWO, BEN)).isTrue();
        occupancy.end(TWO);
        assertThat(occupancy.begin(ONE, ACME)).isTrue();
        assertThat(occupancy.join(ONE, ANNA)).isFalse();
    }

    @Test
    void nobodyJoinsACallThatIsOver() {
        occupancy.begin(ONE, ACME);
        occupancy.end(ONE);

        assertThat(occupancy.join(ONE, ANNA)).isFalse();
    }
}
