package org.sonnerie.pbx.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.trunk.api.HangupCause;

class TrunkWordsTest {
    @Test
    void carrierWhoseCallCannotBeTakenIsToldThatThereIsNoRoom() {
        assertThat(TrunkWords.cause(EndReason.NETWORK)).isEqualTo(HangupCause.CONGESTION);
        assertThat(HangupCause.CONGESTION.sipStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(HangupCause.class)
    void whatOneCarrierSaysAnotherIsTold(HangupCause cause) {
        HangupCause told = TrunkWords.cause(TrunkWords.reason(cause));

        assertThat(told).isEqualTo(cause == HangupCause.FAILURE ? HangupCause.CONGESTION : cause);
    }
}
