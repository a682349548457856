package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.audit.AuditAction;
import org.sonnerie.pbx.audit.AuditKind;
import org.sonnerie.pbx.plan.Keyword;

class AuditWordsTest {
    @Test
    void everyActionAndKindHasItsWords() {
        assertThat(Bundles.keys("audit.action."))
                .isEqualTo(
                        Arrays.stream(AuditAction.values())
                                .map(Keyword::of)
                                .collect(Collectors.toSet()));
        assertThat(Bundles.keys("audit.kind."))
                .isEqualTo(
                        Arrays.stream(AuditKind.values())
                                .map(Keyword::of)
                                .collect(Collectors.toSet()));
    }
}
