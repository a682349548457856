package org.sonnerie.pbx.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LiveChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:02:14Z");

    private static Item item(String key, String state) {
        return new Item(key, Map.of("state", state));
    }

    private static LiveChanges between(List<Item> before, List<Item> after) {
        return LiveChanges.between(Map.of("calls", before), Map.of("calls", after), NOW);
    }

    @Test
    void nothingIsToldOfWhatIsAsBefore() {
        assertThat(between(List.of(item("a", "rings")), List.of(item("a", "rings"))).none())
                .isTrue();
    }

    @Test
    void whoeverWasToldNothingIsToldOfEmptyListsToo() {
        LiveChanges changes = LiveChanges.between(Map.of(), Map.of("calls", List.of()), NOW);

        assertThat(changes.json())
                .isEqualTo(
                        "{\"now\":\"2026-11-27T10:02:14Z\","
                                + "\"lists\":{\"calls\":{\"order\":[],\"items\":[]}}}");
    }

    @Test
    void onlyWhatIsNewOrOtherwiseIsToldBesideTheOrder() {
        LiveChanges changes =
                between(
                        List.of(item("a", "rings"), item("b", "rings"), item("c", "rings")),
                        List.of(item("b", "talks"), item("c", "rings"), item("d", "rings")));

        assertThat(changes.lists())
                .containsExactly(
                        Map.entry(
                                "calls",
                                new LiveChanges.Changed(
                                        List.of("b", "c", "d"),
                                        List.of(item("b", "talks"), item("d", "rings")))));
    }

    @Test
    void timesCountFromTheirInstant() {
        Elapsed clock = new Elapsed(NOW);

        assertThat(clock.since("2026-11-27T10:00:00Z")).isEqualTo("2:14");
        assertThat(clock.since("2026-11-27T09:00:00Z")).isEqualTo("1:02:14");
        assertThat(clock.since("2026-11-27T10:02:15Z")).isEqualTo("0:00");
        assertThat(clock.since("")).isEmpty();
    }
}
