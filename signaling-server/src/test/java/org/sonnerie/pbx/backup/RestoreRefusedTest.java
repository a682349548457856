package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.backup.RestoreRefusedException.Reason;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RestoreRefusedTest {
    private static FailureAnalysis told(RestoreRefusedException why) {
        return Objects.requireNonNull(new RestoreRefused().analyze(why));
    }

    @Test
    void whatIsLookedAtBeforeAnythingIsDoneChangesNothing() {
        FailureAnalysis told = told(new RestoreRefusedException(Reason.NOT_THERE, "a.zip"));

        assertThat(told.getDescription()).isEqualTo("There is no file a.zip. Nothing was changed.");
        assertThat(told.getAction()).isEqualTo("Name the backup to be restored.");
    }

    @Test
    void whatFailsOnTheWayMayLeaveSomethingAndSaysSo() {
        FailureAnalysis told =
                told(new RestoreRefusedException(Reason.FAILED, "a.zip", "the disk is full."));

        assertThat(told.getDescription())
                .startsWith("a.zip could not be restored: the disk is full. A database")
                .doesNotContain("Nothing was changed");
        assertThat(told.getAction()).contains("new data folder and a new database");
    }
}
