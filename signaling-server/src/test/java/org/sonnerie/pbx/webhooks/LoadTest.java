package org.sonnerie.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyId;

class LoadTest {
    private final Load load = new Load();

    private static Delivery of(String company, String webhook) {
        return new Delivery(
                webhook,
                new CompanyId(company),
                "evt_1",
                "call.ringing",
                "{}",
                Instant.EPOCH,
                0,
                Instant.EPOCH);
    }

    @Test
    void aSlowWebhookKeepsNoOtherWaiting() {
        for (int i = 0; i < Load.MOST_OF_WEBHOOK; i++) {
            assertThat(load.take(of("one", "slow"))).isTrue();
        }
        assertThat(load.take(of("one", "slow"))).isFalse();
        assertThat(load.take(of("one", "quick"))).isTrue();
        load.give(of("one", "slow"));
        assertThat(load.take(of("one", "slow"))).isTrue();
    }

    @Test
    void aCompanyWithMuchToTellKeepsNoOtherWaiting() {
        for (int i = 0; i < Load.MOST_OF_COMPANY; i++) {
            assertThat(load.take(of("loud", "hook" + i))).isTrue();
        }
        assertThat(load.take(of("loud", "one-more"))).isFalse();
        assertThat(load.take(of("quiet", "hook"))).isTrue();
    }

    @Test
    void thereAreNeverTooManyInAll() {
        for (int i = 0; i < Load.MOST; i++) {
            assertThat(load.take(of("company" + i, "hook" + i))).isTrue();
        }
        assertThat(load.take(of("late", "hook"))).isFalse();
        load.give(of("company0", "hook0"));
        assertThat(load.take(of("late", "hook"))).isTrue();
    }
}
