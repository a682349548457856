package org.sonnerie.trunk.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.routing.TrunkTable;
import org.sonnerie.trunk.transport.Gate.Verdict;

/** Who may send, and how much. */
final class GateTest {
    private final Gate gate = new Gate();

    GateTest() {
        TrunkAccount account =
                new TrunkAccount(
                        new TrunkId("t"),
                        Transport.UDP,
                        "carrier.test",
                        5060,
                        List.of("192.0.2.0/24", "2001:db8::/32"),
                        Optional.empty());
        gate.admit(
                TrunkTable.EMPTY
                        .configured(List.of(account))
                        .resolved("carrier.test", List.of("198.51.100.7")),
                Set.of("203.0.113.77"));
    }

    @Test
    void admitsATrunksOwnAddressesOnly() {
        assertThat(gate.knows("192.0.2.200")).isTrue();
        assertThat(gate.knows("::ffff:192.0.2.200")).isTrue();
        assertThat(gate.knows("2001:db8:1::1")).isTrue();
        assertThat(gate.knows("198.51.100.7")).isTrue();
        assertThat(gate.knows("203.0.113.77")).isTrue();
        assertThat(gate.knows("192.0.3.1")).isFalse();
        assertThat(gate.knows("2001:db9::1")).isFalse();
        assertThat(gate.knows("carrier.test")).isFalse();
        assertThat(gate.ask("203.0.113.1", 0)).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void slowsAFloodDownAndForgivesIt() {
        int admitted = 0;
        for (int i = 0; i < 10_000; i++) {
            admitted += gate.ask("192.0.2.1", 0) == Verdict.ADMITTED ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(4_000);
        assertThat(gate.ask("192.0.2.2", 0)).isEqualTo(Verdict.ADMITTED);
        assertThat(gate.ask("192.0.2.1", 1_000_000_000L)).isEqualTo(Verdict.ADMITTED);
    }
}
