package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.ParkSlots;

class ParkingLotTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final ParkSlots TWO = new ParkSlots(701, 702);
    private static final CallId ONE = new CallId("c1");
    private static final CallId OTHER = new CallId("c2");

    private final ParkingLot lot = new ParkingLot();

    private void park(CallId call, String slot) {
        assertThat(lot.reserve(ACME, TWO, call)).contains(slot);
        assertThat(lot.at(ACME, slot)).isEmpty();
        lot.keep(ACME, call, Optional.of(slot));
        lot.release(ACME, slot, call);
        assertThat(lot.at(ACME, slot)).contains(call);
    }

    @Test
    void aSlotIsFreeAgainWhenItsCallHasLeftIt() {
        park(ONE, "701");
        lot.keep(ACME, ONE, Optional.of("701"));
        park(OTHER, "702");
        assertThat(lot.reserve(ACME, TWO, new CallId("c3"))).isEmpty();

        lot.keep(ACME, ONE, Optional.empty());

        assertThat(lot.at(ACME, "701")).isEmpty();
        assertThat(lot.at(ACME, "702")).contains(OTHER);
        park(ONE, "701");
    }

    @Test
    void whatWasReservedInVainIsFree() {
        assertThat(lot.reserve(ACME, TWO, ONE)).contains("701");
        lot.keep(ACME, ONE, Optional.empty());
        lot.release(ACME, "701", ONE);
        park(OTHER, "701");
    }

    @Test
    void eachCompanyHasItsOwn() {
        park(ONE, "701");
        assertThat(lot.at(new CompanyId("other"), "701")).isEmpty();
        assertThat(lot.reserve(new CompanyId("other"), TWO, OTHER)).contains("701");
    }
}
