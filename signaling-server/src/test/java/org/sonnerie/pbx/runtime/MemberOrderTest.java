package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.Ringing.Meanwhile;
import org.sonnerie.pbx.plan.Ringing.Strategy;

class MemberOrderTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final PersonId A = new PersonId("a");
    private static final PersonId B = new PersonId("b");
    private static final PersonId C = new PersonId("c");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final MemberOrder order = new MemberOrder();

    private static RingGroup group(Strategy strategy, PersonId... members) {
        return new RingGroup(
                new GroupId("g"),
                "G",
                "20",
                List.of(members),
                60,
                new Ringing(strategy, 15, Meanwhile.RING_BACK),
                Optional.empty(),
                false);
    }

    private static CallView view(PersonId person, Optional<Instant> answered) {
        return new CallView(
                new CallId("c"),
                new LegId("c-1"),
                person,
                true,
                CallView.State.IN_CALL,
                new CallView.Party("", "", "", false),
                new CallView.Times(TEN, answered),
                CallView.Details.NONE);
    }

    private List<PersonId> ask(RingGroup group) {
        return order.of(ACME, group, _ -> false);
    }

    @Test
    void turnsGoOnThoughAMemberIsNewOrGone() {
        assertThat(ask(group(Strategy.ROUND_ROBIN, A, B))).containsExactly(A, B);
        assertThat(ask(group(Strategy.ROUND_ROBIN, A, B, C))).containsExactly(B, C, A);
        assertThat(ask(group(Strategy.ROUND_ROBIN, A, C))).containsExactly(A, C);
        assertThat(ask(group(Strategy.ROUND_ROBIN))).isEmpty();
    }

    @Test
    void turnsAreThoseOfEachCompany() {
        var turns = group(Strategy.ROUND_ROBIN, A, B);
        assertThat(ask(turns)).containsExactly(A, B);
        assertThat(order.of(new CompanyId("other"), turns, _ -> false)).containsExactly(A, B);
        assertThat(ask(turns)).containsExactly(B, A);
    }

    @Test
    void theLongestIdleComesFirstTheUnknownBeforeHimAndTheEngagedLast() {
        order.seen(view(B, Optional.of(TEN)), TEN.plusSeconds(1));
        order.seen(view(A, Optional.of(TEN)), TEN.plusSeconds(2));
        order.seen(view(C, Optional.empty()), TEN.plusSeconds(3));
        var idle = group(Strategy.LONGEST_IDLE, A, B, C);

        assertThat(ask(idle)).as("what only rang is no call").containsExactly(C, B, A);
        assertThat(order.of(ACME, idle, C::equals)).containsExactly(B, A, C);
    }

    @Test
    void theOrderOfThePlanNeedsNoMemory() {
        assertThat(ask(group(Strategy.IN_ORDER, B, A))).containsExactly(B, A);
        assertThat(ask(group(Strategy.ALL, B, A))).containsExactly(B, A);
    }
}
