package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.fake.FakeCallDesk;
import org.sonnerie.pbx.fake.FakeRoomDesk;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.runtime.fake.FakeSleepers;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;

class SwitchboardTest {
    private static final SignedIn ALICE = new SignedIn("alice", "c", "Alice", Role.EMPLOYEE);

    private static final SignedIn BOB = new SignedIn("bob", "c", "Bob", Role.EMPLOYEE);
    private static final int MOST_PAGES = 3;

    private final InstantSource clock = InstantSource.system();
    private final FakeCallDesk desk = new FakeCallDesk();
    private final List<Runnable> later = new ArrayList<>();
    private final FakeSleepers sleepers = new FakeSleepers();
    private final Switchboard switchboard =
            new Switchboard(
                    provider(),
                    noRooms(),
                    later::add,
                    clock,
                    new Switchboard.Bounds(MOST_PAGES, sleepers));

    private static ObjectProvider<RoomDesk> noRooms() {
        return new ObjectProvider<>() {
            @Override
            public RoomDesk getObject() {
                return new FakeRoomDesk();
            }
        };
    }

    private ObjectProvider<CallDesk> provider() {
        return new ObjectProvider<>() {
            @Override
            public CallDesk getObject() {
                return desk;
            }
        };
    }

    private Page page(List<String> frames) {
        Page page = switchboard.add(ALICE, "s").orElseThrow();
        page.take(new LineRecorder(frames), 0);
        page.welcome(1, false, PageTest.GREETING, List.of());
        frames.clear();
        return page;
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
    }

    @Test
    void lineThatBreaksWhileItsPageIsLockedLocksNoOtherPage() {
        List<String> others = new ArrayList<>();
        page(others);
        Page broken = page(new ArrayList<>());

        switchboard.gone(broken, false);
        assertThat(others).isEmpty();

        runLater();
        assertThat(desk.asked()).containsExactly("alice is perhaps gone");
        assertThat(others).singleElement().asString().contains("\"availability\"");
    }

    @Test
    void pageThatIsGoneIsToldHoweverMuchWaitsBeforeIt() {
        Page busy = page(new ArrayList<>());
        while (busy.requests().submit(() -> {})) {}

        switchboard.gone(busy, true);

        runLater();
        assertThat(desk.asked()).containsExactly("alice is gone");
    }

    @Test
    void streamIsContinuedInItsOwnSessionOnly() {
        Page page = page(new ArrayList<>());

        assertThat(switchboard.find(ALICE, "s", page.token())).contains(page);
        assertThat(switchboard.find(ALICE, "s2", page.token())).isEmpty();
    }

    @Test
    void callWhosePageIsForgottenCanBeTaken() {
        List<String> frames = new ArrayList<>();
        page(frames);
        Page forgotten = page(new ArrayList<>());
        desk.attach(ALICE.person(), forgotten.id(), new CallId("c-1"), "offer");

        switchboard.show(FakeCallDesk.view("alice", false, State.IN_CALL));
        switchboard.remove(forgotten);
        switchboard.show(FakeCallDesk.view("alice", false, State.IN_CALL));

        assertThat(frames).hasSize(3);
        assertThat(frames.getFirst()).contains("\"elsewhere\"");
        assertThat(frames.getLast()).contains("\"none\"");
    }

    @Test
    void whoSleepsIsWokenUnlessHeIsNotAvailable() {
        List<String> frames = new ArrayList<>();
        Page page = page(frames);
        assertThat(switchboard.canWake(ALICE.person())).isFalse();
        sleepers.people.add(ALICE.person());
        assertThat(switchboard.canWake(ALICE.person())).isTrue();
        switchboard.available(ALICE.person(), false);
        assertThat(switchboard.canWake(ALICE.person())).isFalse();
        switchboard.available(ALICE.person(), true);

        CallView call = FakeCallDesk.view("alice", true, State.RINGING);
        CompletableFuture<Boolean> shown = switchboard.wake(call);
        switchboard.probed(page);
        assertThat(shown).as("a page that cannot ring").isNotDone();
        frames.clear();
        page.probe(clock.instant().plusSeconds(60));
        String nonce = frames.getLast().replaceAll(".*\"nonce\":\"([^\"]+)\".*", "$1");
        page.probed(new ClientMessage.Probed(7, nonce, true, Optional.empty()), clock.instant());
        switchboard.probed(page);
        assertThat(shown).isCompletedWithValue(true);

        switchboard.show(call);
        assertThat(sleepers.seen).containsExactly(call);
    }

    @Test
    void nobodyHasMorePagesThanOneMay() {
        for (int i = 0; i < MOST_PAGES; i++) {
            page(new ArrayList<>());
        }

        assertThat(switchboard.add(ALICE, "s")).isEmpty();
        assertThat(switchboard.add(BOB, "s")).isPresent();
    }

    @Test
    void pageWhoseLineBrokeTheLongestAgoMakesWay() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < MOST_PAGES; i++) {
            LineRecorder line = new LineRecorder();
            Page page = switchboard.add(ALICE, "s").orElseThrow();
            page.take(line, 0);
            page.lost(line, clock.instant().minusSeconds(i));
            pages.add(page);
        }

        assertThat(switchboard.add(ALICE, "s")).isPresent();

        assertThat(switchboard.find(ALICE, "s", pages.getLast().token())).isEmpty();
        assertThat(switchboard.find(ALICE, "s", pages.getFirst().token())).isPresent();
    }
}
