package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.plan.PersonId;

class PageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Page.Greeting GREETING =
            new Page.Greeting(
                    new ServerMessage.Me("alice", "Alice", "101"),
                    new ServerMessage.CompanyCard("Company", "FR", false),
                    true,
                    List.of(),
                    Instant.EPOCH);

    private final List<String> frames = new ArrayList<>();
    private final Line line = new LineRecorder(frames);
    private final Page page = new Page(new PersonId("alice"), "s", new InOrder(Runnable::run));

    @Test
    void replyNeverShowsAnOlderStateThanWasShown() {
        page.take(line, 0);
        page.welcome(1, false, GREETING, List.of());
        page.show(FakeCallDesk.view("alice", false, State.IN_CALL), Optional.of(page.id()));
        page.placed(
                2, FakeCallDesk.view("alice", false, State.CALLING), "sdp", Optional.of(page.id()));

        assertThat(frames.getLast()).contains("\"reply\"", "\"in-call\"", "\"here\"");
    }

    @Test
    void callThatRingsWhileThePageIsGreetedIsInTheWelcome() {
        page.take(line, 0);
        CallView ringing = FakeCallDesk.view("alice", true, State.RINGING);
        page.show(ringing, Optional.empty());
        page.welcome(1, false, GREETING, List.of());

        assertThat(frames).singleElement().asString().contains("\"welcome\"", "\"pending\"");
    }

    @Test
    void pageWithoutALineIsWaitedForAMinute() {
        page.take(line, 0);
        assertThat(page.over(NOW.plusSeconds(1_000))).isFalse();
        assertThat(page.lost(line, NOW)).isTrue();
        assertThat(page.lost(line, NOW)).isFalse();

        assertThat(page.over(NOW.plusSeconds(60))).isFalse();
        assertThat(page.over(NOW.plusSeconds(61))).isTrue();
        assertThat(page.take(new LineRecorder(frames), 0)).isTrue();
        assertThat(page.over(NOW.plusSeconds(1_000))).isFalse();
    }
}
