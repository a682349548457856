package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.quality.PageSecond;

class FactsTextTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.500Z");

    @Test
    void isReadBackAsItWas() {
        List<LegSecond> seconds =
                List.of(
                        new LegSecond(
                                AT,
                                "opus",
                                new LegSecond.In(47, 3, 2, 5, 30, 12),
                                new LegSecond.Out(50, Optional.of(new LegSecond.Report(90, 7, -1))),
                                false,
                                true,
                                4,
                                Optional.of(new PageSecond(48, 2, 40, 5, -1))),
                        new LegSecond(
                                AT.plusMillis(1_020),
                                "",
                                new LegSecond.In(0, -3, 0, 0, 0, 0),
                                new LegSecond.Out(0, Optional.empty()),
                                true,
                                false,
                                0,
                                Optional.empty()));

        assertThat(FactsText.read(FactsText.write(seconds), AT)).isEqualTo(seconds);
    }

    @Test
    void aReportOfNothingLostIsAReport() {
        LegSecond second =
                new LegSecond(
                        AT,
                        "pcma",
                        new LegSecond.In(50, 0, 0, 0, 0, 0),
                        new LegSecond.Out(50, Optional.of(new LegSecond.Report(0, 0, 0))),
                        true,
                        false,
                        0,
                        Optional.empty());

        assertThat(FactsText.read(FactsText.write(List.of(second)), AT)).containsExactly(second);
    }

    @Test
    void aGoodSecondIsShort() {
        LegSecond second =
                new LegSecond(
                        AT,
                        "opus",
                        new LegSecond.In(50, 0, 0, 0, 35, 2),
                        new LegSecond.Out(50, Optional.empty()),
                        true,
                        false,
                        0,
                        Optional.empty());

        assertThat(FactsText.write(List.of(second))).isEqualTo(",opus,50,,,,35,2,50\n");
    }
}
