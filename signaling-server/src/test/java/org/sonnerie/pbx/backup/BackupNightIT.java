package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;

/** What the provider says of the nights is done in them. */
class BackupNightIT {
    private static void set(RunningServer server, String nightly, String kept) {
        FormPage.form(Browser.signedIn(server, "provider"), "/provider/backups", "/settings")
                .with("nightly", nightly)
                .with("kept", kept)
                .send();
    }

    private static int afterDays(RunningServer server, int days) {
        server.clock().ahead(Duration.ofDays(days));
        Backups backups = server.bean(Backups.class);
        backups.look();
        return backups.all().size();
    }

    @Test
    void aNightMakesOneIfItShallAndAsManyAreKept() {
        try (RunningServer server = RunningServer.demo()) {
            set(server, "on", "2");
            afterDays(server, 2);
            set(server, "on", "2");
            assertThat(afterDays(server, 4)).isEqualTo(2);
            set(server, "on", "1");
            assertThat(afterDays(server, 6)).isEqualTo(1);
            String newest = server.bean(Backups.class).all().getFirst().name();

            set(server, "", "2");
            assertThat(afterDays(server, 8)).isEqualTo(1);
            assertThat(server.bean(Backups.class).all().getFirst().name()).isEqualTo(newest);
        }
    }
}
