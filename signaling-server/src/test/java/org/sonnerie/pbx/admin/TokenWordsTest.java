package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.tokens.TokenRefusedException.Why;

class TokenWordsTest {
    @Test
    void everyRefusalHasItsSentence() {
        assertThat(Bundles.keys("tokens.problem."))
                .isEqualTo(
                        Arrays.stream(Why.values()).map(Keyword::of).collect(Collectors.toSet()));
    }
}
