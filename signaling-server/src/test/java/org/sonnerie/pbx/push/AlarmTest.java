package org.sonnerie.pbx.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/** Each browser that was told who calls is told once what became of it. */
class AlarmTest {
    private static final CallView RINGS = FakeCallDesk.view("alice", true, State.RINGING);
    private static final CallView TAKEN = FakeCallDesk.view("alice", true, State.IN_CALL);
    private final Alarm alarm = new Alarm(RINGS, 2);

    private static Subscription browser(String name) {
        return new Subscription(
                new CompanyId("company"),
                new PersonId("alice"),
                URI.create("https://push.example/" + name),
                "key",
                "secret",
                "en");
    }

    @Test
    void whoWasToldIsToldOfTheEndWithTheOthers() {
        assertThat(alarm.told(browser("a"))).isEmpty();
        assertThat(alarm.told(browser("b"))).isEmpty();
        assertThat(alarm.end(TAKEN)).containsExactlyInAnyOrder(browser("a"), browser("b"));
        assertThat(alarm.shown()).isCompletedWithValue(false);
    }

    @Test
    void whosePushServiceTookItsTimeIsToldAtOnceWhatBecameOfIt() {
        assertThat(alarm.end(TAKEN)).isEmpty();
        assertThat(alarm.over()).isTrue();
        assertThat(alarm.told(browser("a"))).contains(TAKEN);
    }

    @Test
    void whenNoBrowserCanBeToldNobodyWaits() {
        alarm.lost();
        assertThat(alarm.shown()).isNotDone();
        alarm.lost();
        assertThat(alarm.shown()).isCompletedWithValue(false);
    }
}
