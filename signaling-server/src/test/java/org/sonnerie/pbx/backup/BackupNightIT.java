package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;

/** What the provider says of the nights is done in them. */
class BackupNightIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static void set(RunningServer server, String nightly, String kept) {
        FormPage.form(Browser.signedIn(server, "provider"), "/provider/backups", "/settings")
                .with("nightly", nightly)
                .with("kept", kept)
                .send();
    }

    private static int awaited(Backups backups, String notThis) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (backups.all().isEmpty()
                || backups.all().getFirst().name().equals(notThis)
                || backups.underWay()) {
            assertThat(System.nanoTime()).as("it is made").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        return backups.all().size();
    }

    @Test
    void aNightMakesOneIfItShallAndAsManyAreKept() {
        try (RunningServer server = RunningServer.demo()) {
            Backups backups = server.bean(Backups.class);
            set(server, "", "2");
            server.clock().ahead(Duration.ofDays(2));
            assertThat(backups.nightIsDue()).isFalse();

            set(server, "on", "1");
            awaited(backups, "");
            String first = backups.all().getFirst().name();
            server.clock().ahead(Duration.ofDays(4));
            awaited(backups, first);
            long end = System.nanoTime() + LIMIT.toNanos();
            while (backups.all().size() > 1) {
                assertThat(System.nanoTime()).as("one is kept").isLessThan(end);
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(backups.all().getFirst().name()).isNotEqualTo(first);
        }
    }
}
