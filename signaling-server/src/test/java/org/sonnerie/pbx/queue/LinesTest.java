package org.sonnerie.pbx.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.QueuePlace;
import org.sonnerie.pbx.call.QueueStay;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.Serving;
import org.sonnerie.pbx.plan.Serving.Strategy;

/** Whose turn it is, and which agent is rung for whom. */
final class LinesTest {
    private static final List<PersonId> AGENTS = List.of(ALICE, BOB, CAROL);

    private final Lines lines = new Lines();
    private final Set<PersonId> free = new HashSet<>(AGENTS);
    private Queue queue = queue(Strategy.IN_ORDER, 0);
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    private static Queue queue(Strategy strategy, int wrapUp) {
        return new Queue(Counter.SUPPORT, "Support", "300", AGENTS)
                .with(new Serving(strategy, 15, wrapUp));
    }

    private QueueStay stay(String call, int priority, int offer, PersonId... ringing) {
        return new QueueStay(
                new LegId(call + "-1"),
                Optional.empty(),
                new Named("", ""),
                new QueuePlace(queue.id(), priority, now),
                true,
                offer,
                Set.of(ringing));
    }

    private void comes(String call, int priority) {
        assertThat(lines.keep(new CallId(call), queue, stay(call, priority, 0), now)).isTrue();
        passes(1);
    }

    private void comes(String call) {
        comes(call, 0);
    }

    private void is(String call, int offer, PersonId... ringing) {
        lines.keep(new CallId(call), queue, stay(call, 0, offer, ringing), now);
    }

    private void passes(int seconds) {
        now = now.plusSeconds(seconds);
    }

    /** Such as {@code a1: alice}, each offer. */
    private List<String> offers() {
        return lines.offers(now, free::contains).stream()
                .map(offer -> offer.call() + "" + offer.number() + ": " + offer.agents())
                .toList();
    }

    private void takes(String call, PersonId agent) {
        lines.gone(new CallId(call), Optional.of(agent), now);
    }

    private void ends(String call) {
        lines.stillServe(new CallId(call), Set.of(), now);
    }

    @Test
    void whoCameFirstIsServedFirstAndEachAgentIsOfferedOnce() {
        comes("a");
        comes("b");
        comes("c");
        comes("d");
        assertThat(offers()).containsExactly("a1: [alice]", "b1: [bob]", "c1: [carol]");
        assertThat(offers()).isEmpty();
    }

    @Test
    void aHigherPriorityIsServedBeforeAndTheCallerHimselfIsNotRung() {
        free.retainAll(Set.of(BOB));
        comes("a");
        comes("vip", 5);
        assertThat(offers()).containsExactly("vip1: [bob]");
        assertThat(lines.standing(new CallId("a"), free::contains).orElseThrow().position())
                .isEqualTo(2);
        lines.gone(new CallId("vip"), Optional.empty(), now);
        lines.keep(
                new CallId("own"),
                queue,
                new QueueStay(
                        new LegId("own-1"),
                        Optional.of(BOB),
                        new Named("Bob", "102"),
                        new QueuePlace(queue.id(), 9, now),
                        true,
                        0,
                        Set.of()),
                now);
        assertThat(offers()).containsExactly("a1: [bob]");
    }

    @Test
    void allFreeAgentsAreRungAtOnceWhereThatIsTheStrategy() {
        queue = queue(Strategy.ALL, 0);
        free.remove(BOB);
        comes("a");
        comes("b");
        assertThat(offers()).containsExactly("a1: [alice, carol]");
        free.add(BOB);
        assertThat(offers()).containsExactly("b1: [bob]");
    }

    @Test
    void whoDidNotAnswerRestsAndOthersAreTriedBeforeHimAgain() {
        comes("a");
        assertThat(offers()).containsExactly("a1: [alice]");
        is("a", 1, ALICE);
        passes(15);
        is("a", 1);
        assertThat(offers()).containsExactly("a2: [bob]");
        is("a", 2, BOB);
        passes(15);
        is("a", 2);
        assertThat(offers()).as("alice is free, but was tried").containsExactly("a3: [carol]");
        is("a", 3, CAROL);
        passes(15);
        is("a", 3);
        assertThat(offers()).containsExactly("a4: [alice]");
    }

    @Test
    void anAgentWhoseOfferCameToNothingIsNotAskedWithoutEnd() {
        free.retainAll(Set.of(BOB));
        comes("a");
        assertThat(offers()).containsExactly("a1: [bob]");
        is("a", 1);
        assertThat(offers()).isEmpty();
        passes(5);
        assertThat(offers()).containsExactly("a2: [bob]");
    }

    @Test
    void byTurnsBeginsBehindWhoWasRungLast() {
        queue = queue(Strategy.ROUND_ROBIN, 0);
        for (String call : List.of("a", "b", "c", "d")) {
            comes(call);
            assertThat(offers()).hasSize(1);
            lines.gone(new CallId(call), Optional.empty(), now);
        }
        comes("e");
        assertThat(offers()).as("the fifth of three").containsExactly("e1: [bob]");
    }

    @Test
    void whoHasBeenIdleLongestOrServedFewestComesFirst() {
        queue = queue(Strategy.LONGEST_IDLE, 0);
        serve("a", ALICE);
        serve("b", BOB);
        serve("c", CAROL);
        serve("d", ALICE);
        comes("e");
        assertThat(offers()).containsExactly("e1: [bob]");
        lines.gone(new CallId("e"), Optional.empty(), now);

        queue = queue(Strategy.FEWEST_CALLS, 0);
        serve("f", BOB);
        comes("g");
        assertThat(offers()).containsExactly("g1: [carol]");
        assertThat(lines.served(ALICE)).isEqualTo(2);
    }

    private void serve(String call, PersonId agent) {
        comes(call);
        takes(call, agent);
        passes(60);
        ends(call);
    }

    @Test
    void anAgentHasTimeToWrapUp() {
        queue = queue(Strategy.IN_ORDER, 30);
        free.retainAll(Set.of(BOB));
        comes("a");
        assertThat(offers()).hasSize(1);
        takes("a", BOB);
        assertThat(lines.does(BOB, now)).isEqualTo(AgentDoes.TALKS);
        comes("b");
        assertThat(offers()).as("he talks").isEmpty();
        ends("a");
        assertThat(lines.does(BOB, now)).isEqualTo(AgentDoes.WRAPS_UP);
        passes(29);
        assertThat(offers()).isEmpty();
        passes(1);
        assertThat(offers()).containsExactly("b1: [bob]");
        assertThat(lines.does(BOB, now)).isEqualTo(AgentDoes.IS_RUNG);
    }

    @Test
    void theWaitIsToldOnceEnoughCallsWereServed() {
        serve("a", ALICE);
        serve("b", ALICE);
        comes("x");
        comes("y");
        assertThat(standing("y").waitSeconds()).isEmpty();
        serve("c", BOB);
        assertThat(standing("y").waitSeconds()).as("three serve").contains(60);
        free.retainAll(Set.of(BOB));
        assertThat(standing("y").waitSeconds()).as("one serves").contains(120);
        assertThat(standing("y").staffed()).isTrue();
        free.clear();
        assertThat(standing("y").staffed()).isFalse();
    }

    private Standing standing(String call) {
        return lines.standing(new CallId(call), free::contains).orElseThrow();
    }

    @Test
    void aMomentWithoutAgentsSendsNobodyAwayAMinuteDoes() {
        comes("a");
        free.clear();
        assertThat(lines.deserted(now, free::contains)).isEmpty();
        passes(50);
        free.add(BOB);
        assertThat(lines.deserted(now, free::contains)).isEmpty();
        free.clear();
        passes(30);
        assertThat(lines.deserted(now, free::contains)).isEmpty();
        passes(60);
        assertThat(lines.deserted(now, free::contains))
                .extracting(Standing::call)
                .containsExactly(new CallId("a"));
    }

    @Test
    void whatIsOverIsForgotten() {
        comes("a");
        takes("a", BOB);
        assertThat(lines.knows(new CallId("a"))).isTrue();
        assertThat(lines.waits()).isFalse();
        ends("a");
        assertThat(lines.knows(new CallId("a"))).isFalse();
        assertThat(lines.waiters(queue.id())).isEmpty();
    }
}
