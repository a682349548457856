package org.sonnerie.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HookSecretTest {
    /** The vector that libraries of Standard Webhooks test themselves with. */
    @Test
    void signsAsStandardWebhooksSays() {
        HookSecret secret = new HookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(
                        secret.sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1_614_265_330),
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachHasItsOwnOf256Bits() {
        assertThat(HookSecret.fresh().text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(HookSecret.fresh().text()).isNotEqualTo(HookSecret.fresh().text());
        assertThat(HookSecret.fresh().toString()).isEqualTo("HookSecret[]");
    }
}
