package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.events.EventType;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.webhooks.Attempt;
import org.sonnerie.pbx.webhooks.Webhook;
import org.sonnerie.pbx.webhooks.WebhookRefusedException;

class WebhookWordsTest {
    private static Set<String> keywords(Enum<?>[] all) {
        return Arrays.stream(all).map(Keyword::of).collect(Collectors.toSet());
    }

    @Test
    void whateverCanBeShownHasItsWords() {
        assertThat(Bundles.keys("webhooks.problem."))
                .isEqualTo(keywords(WebhookRefusedException.Why.values()));
        assertThat(Bundles.keys("webhooks.outcome.")).isEqualTo(keywords(Attempt.Outcome.values()));
        assertThat(Bundles.keys("webhooks.state.disabled-"))
                .isEqualTo(keywords(Webhook.Disabled.values()));
        assertThat(Bundles.keys("webhooks.event."))
                .isEqualTo(
                        Arrays.stream(EventType.values())
                                .map(EventType::text)
                                .collect(Collectors.toSet()));
    }
}
