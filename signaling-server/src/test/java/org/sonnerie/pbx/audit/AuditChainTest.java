package org.sonnerie.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.audit.AuditChain.End;
import org.sonnerie.pbx.plan.CompanyId;

class AuditChainTest {
    private static final CompanyId COMPANY = new CompanyId("one");
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Actor ALICE = new Actor("alice", "Alice", "", "192.0.2.1");

    private static AuditRow row(long number, Actor actor, String subject) {
        return new AuditRow(number, AT, actor, "LOG_IN", subject, "[]", "");
    }

    private static List<AuditRow> written(int entries) {
        List<AuditRow> rows = new ArrayList<>();
        End end = End.NOTHING;
        for (int i = 1; i <= entries; i++) {
            AuditRow sealed = end.next(COMPANY, row(i, ALICE, "entry " + i));
            rows.add(sealed);
            end = new End(i, sealed.hash());
        }
        return rows;
    }

    private static End end(List<AuditRow> rows) {
        return new End(rows.getLast().number(), rows.getLast().hash());
    }

    private static ChainState walk(List<AuditRow> rows, End end) {
        return walk(End.NOTHING, rows, end);
    }

    private static ChainState walk(End from, List<AuditRow> rows, End end) {
        AuditChain chain = new AuditChain(COMPANY, from);
        for (AuditRow row : rows) {
            ChainState state = chain.step(row);
            if (!(state instanceof ChainState.Whole)) {
                return state;
            }
        }
        return chain.ends(end);
    }

    @Test
    void whatWasWrittenIsWhole() {
        List<AuditRow> rows = written(5);

        assertThat(walk(rows, end(rows))).isEqualTo(new ChainState.Whole(5, rows.getLast().hash()));
        assertThat(walk(List.of(), End.NOTHING)).isEqualTo(new ChainState.Whole(0, ""));
    }

    @Test
    void theHashIsThatOfTheFormThatIsDocumented() {
        assertThat(written(1).getFirst().hash()).matches("[0-9a-f]{64}");
        AuditRow documented = row(1, new Actor("a", "b", "c", "d"), "s");
        // Computed by another program: each part after its length and a colon.
        assertThat(End.NOTHING.next(COMPANY, documented).hash())
                .isEqualTo("3c9f54eda2aaa7399cea3b5328727e4c9910a93b8550a993f32145cd5fa341ce");
    }

    @Test
    void everyPartOfAnEntryCounts() {
        List<AuditRow> rows = written(3);
        AuditRow second = rows.get(1);
        String hash = second.hash();
        for (AuditRow other :
                List.of(
                        new AuditRow(
                                2, AT.plusNanos(1_000), ALICE, "LOG_IN", "entry 2", "[]", hash),
                        new AuditRow(2, AT, Actor.server(), "LOG_IN", "entry 2", "[]", hash),
                        new AuditRow(
                                2,
                                AT,
                                new Actor("alice", "Alice", "CRM", "192.0.2.1"),
                                "LOG_IN",
                                "entry 2",
                                "[]",
                                hash),
                        new AuditRow(
                                2,
                                AT,
                                new Actor("alice", "Alice", "", "192.0.2.2"),
                                "LOG_IN",
                                "entry 2",
                                "[]",
                                hash),
                        new AuditRow(2, AT, ALICE, "LOG_OUT", "entry 2", "[]", hash),
                        new AuditRow(2, AT, ALICE, "LOG_IN", "entry 3", "[]", hash),
                        new AuditRow(2, AT, ALICE, "LOG_IN", "entry 2", "[{}]", hash))) {
            assertThat(walk(List.of(rows.get(0), other, rows.get(2)), end(rows)))
                    .isEqualTo(new ChainState.Changed(2));
        }
    }

    @Test
    void whoeverSealsAChangedRowAnewBreaksTheNext() {
        List<AuditRow> rows = written(3);
        End first = end(rows.subList(0, 1));
        AuditRow forged = first.next(COMPANY, row(2, ALICE, "another"));

        assertThat(walk(List.of(rows.get(0), forged, rows.get(2)), end(rows)))
                .isEqualTo(new ChainState.Changed(3));
    }

    @Test
    void aRowThatWasTakenOutIsMissed() {
        List<AuditRow> rows = written(3);

        assertThat(walk(rows.subList(1, 3), end(rows))).isEqualTo(new ChainState.Missing(1));
        assertThat(walk(List.of(rows.get(0), rows.get(2)), end(rows)))
                .isEqualTo(new ChainState.Missing(2));
        assertThat(walk(rows.subList(0, 2), end(rows))).isEqualTo(new ChainState.Missing(3));
        assertThat(walk(List.of(), end(rows))).isEqualTo(new ChainState.Missing(1));
    }

    @Test
    void whatFollowsTheRemovedIsWholeFromTheirHashOn() {
        List<AuditRow> rows = written(5);
        End removed = end(rows.subList(0, 2));
        List<AuditRow> rest = rows.subList(2, 5);

        assertThat(walk(removed, rest, end(rows)))
                .isEqualTo(new ChainState.Whole(3, rows.getLast().hash()));
        assertThat(walk(end(rows), List.of(), end(rows)))
                .isEqualTo(new ChainState.Whole(0, rows.getLast().hash()));
        assertThat(walk(new End(2, "0"), rest, end(rows))).isEqualTo(new ChainState.Changed(3));
        assertThat(walk(removed, rows.subList(3, 5), end(rows)))
                .isEqualTo(new ChainState.Missing(3));
    }

    @Test
    void anotherCompanysEntriesAreNotThisOnes() {
        AuditRow other = End.NOTHING.next(new CompanyId("other"), row(1, ALICE, "entry 1"));

        assertThat(walk(List.of(other), new End(1, other.hash())))
                .isEqualTo(new ChainState.Changed(1));
    }
}
