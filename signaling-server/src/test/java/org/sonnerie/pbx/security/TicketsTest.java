package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.people.Role;

class TicketsTest {
    private static final SignedIn ALICE = new SignedIn("alice", "c", "Alice", Role.EMPLOYEE);
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Tickets tickets = new Tickets(() -> now);

    @Test
    void isGoodOnce() {
        String ticket = tickets.issue(ALICE, "s1");

        assertThat(tickets.redeem(ticket, "s1")).contains(ALICE);
        assertThat(tickets.redeem(ticket, "s1")).isEmpty();
    }

    @Test
    void isGoodForThirtySeconds() {
        String ticket = tickets.issue(ALICE, "s1");
        now = now.plusSeconds(30);

        assertThat(tickets.redeem(ticket, "s1")).isEmpty();
    }

    @Test
    void isGoodInItsOwnSessionOnly() {
        assertThat(tickets.redeem(tickets.issue(ALICE, "s1"), "s2")).isEmpty();
    }

    @Test
    void isNoLongerGoodWhenItsSessionIsOver() {
        String ticket = tickets.issue(ALICE, "s1");
        String other = tickets.issue(ALICE, "s2");
        tickets.onSessionOver(new SessionOver("s1"));

        assertThat(tickets.redeem(ticket, "s1")).isEmpty();
        assertThat(tickets.redeem(other, "s2")).contains(ALICE);
    }
}
