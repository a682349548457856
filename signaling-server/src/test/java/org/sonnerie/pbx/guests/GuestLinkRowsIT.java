package org.sonnerie.pbx.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.fake.CallDatabase;

/** Links let in until they are over or revoked, and are their maker's alone. */
@BothDatabases("GuestLinkRows")
class GuestLinkRowsIT {
    private static final CompanyId COMPANY = new CompanyId("bakery");
    private static final PersonId ALICE = new PersonId("alice");
    private static final PersonId BOB = new PersonId("bob");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;
    private CallDatabase database;
    private GuestLinkRows rows;

    @BeforeEach
    void open() {
        database = new CallDatabase(folder);
        database.change(
                "insert into company (id, name, created_at) values ('bakery', 'Bakery',"
                        + " current_timestamp)");
        rows = new GuestLinkRows(TestDatabase.tables(database.source()));
        rows.add(link("one", ALICE, NOW.plus(HOUR)), NOW);
        rows.add(link("two", ALICE, NOW.plus(HOUR.multipliedBy(2))), NOW.plusSeconds(1));
        rows.add(link("his", BOB, NOW.plus(HOUR)), NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static GuestLink link(String id, PersonId by, Instant expires) {
        return new GuestLink(id, COMPANY, new RoomId("r1"), by, expires);
    }

    @Test
    void aLinkLetsInUntilItsTimeIsOver() {
        assertThat(rows.valid("one", NOW)).contains(link("one", ALICE, NOW.plus(HOUR)));
        assertThat(rows.valid("one", NOW.plus(HOUR))).isEmpty();
        assertThat(rows.valid("three", NOW)).isEmpty();
    }

    @Test
    void everybodyListsHisOwn() {
        assertThat(rows.of(COMPANY, ALICE, NOW))
                .extracting(GuestLink::id)
                .containsExactly("one", "two");
        assertThat(rows.of(COMPANY, ALICE, NOW.plus(HOUR)))
                .extracting(GuestLink::id)
                .containsExactly("two");
        assertThat(rows.of(new CompanyId("other"), ALICE, NOW)).isEmpty();
    }

    @Test
    void onlyWhoMadeItRevokesIt() {
        assertThat(rows.revoke(COMPANY, BOB, "one", NOW)).isFalse();
        assertThat(rows.revoke(new CompanyId("other"), ALICE, "one", NOW)).isFalse();
        assertThat(rows.valid("one", NOW)).isPresent();

        assertThat(rows.revoke(COMPANY, ALICE, "one", NOW)).isTrue();
        assertThat(rows.revoke(COMPANY, ALICE, "one", NOW)).isFalse();
        assertThat(rows.valid("one", NOW)).isEmpty();
    }
}
