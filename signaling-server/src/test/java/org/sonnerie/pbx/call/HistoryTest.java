package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Histories.History;
import org.sonnerie.pbx.call.Histories.Kind;

final class HistoryTest {
    private static final List<String> STAGES =
            List.of(
                    "Announcing",
                    "Browsing",
                    "Calling",
                    "Choosing",
                    "Closing",
                    "Conferring",
                    "Entering",
                    "Fetching",
                    "Hearing",
                    "Identifying",
                    "Introducing",
                    "Inviting",
                    "Leaving",
                    "Listening",
                    "Originating",
                    "Over",
                    "Parked",
                    "Queued",
                    "Talking",
                    "Tending",
                    "Together",
                    "Typing");

    /** More of them: {@code -Dsonnerie.histories=100000}. */
    private static final int HISTORIES = Integer.getInteger("sonnerie.histories", 2_000);

    /** Enough that the rarest of the reasons comes too. */
    private static final int MANY = 8 * HISTORIES;

    private static HistoryRun run(History history) {
        HistoryRun run = new HistoryRun(history.start());
        history.steps().forEach(run::take);
        return run;
    }

    /** Some of the rarer reasons. */
    private static final List<Class<?>> REACHED =
            List.of(
                    AskedFor.class,
                    Reason.CallerListed.class,
                    Reason.HoursSay.class,
                    Reason.Announces.class,
                    Reason.MenuChosen.class,
                    Reason.MenuLeadsOn.class,
                    Reason.RingsInTurn.class,
                    Reason.GroupLeadsOn.class,
                    Reason.Woken.class,
                    Reason.Forwards.class,
                    Reason.ForwardLoop.class,
                    Reason.FollowsHim.class,
                    Reason.HandedOn.class,
                    Reason.GoesBack.class,
                    Reason.PutThrough.class,
                    Reason.BroughtTogether.class,
                    Reason.Took.class,
                    Reason.TakesMessage.class,
                    Reason.HearsMessages.class,
                    OnMailbox.Refused.class,
                    OnMailbox.Full.class,
                    OnMailbox.Away.class,
                    OnMailbox.OwnGreeting.class,
                    OnMailbox.GreetingKept.class,
                    OnMailbox.AbsenceSet.class,
                    OnMailbox.GreetingsRemoved.class,
                    OnMailbox.NameRemoved.class,
                    OnQueue.Rings.class,
                    OnQueue.Leaves.class,
                    OnQueue.Standing.class,
                    SupervisionReason.Wished.class,
                    SupervisionReason.Began.class,
                    SupervisionReason.Changed.class,
                    SupervisionReason.Ended.class,
                    RecordingReason.Began.class,
                    RecordingReason.Wanted.class,
                    RecordingReason.Asked.class,
                    RecordingReason.Agreed.class,
                    RecordingReason.Refused.class,
                    RecordingReason.Paused.class,
                    RecordingReason.Resumed.class,
                    RecordingReason.Ended.class,
                    RecordingReason.NotTold.class,
                    RecordingReason.Broke.class,
                    RoomReason.Introduced.class,
                    RoomReason.Waits.class,
                    RoomReason.LetIn.class,
                    RoomReason.Silenced.class,
                    RoomReason.TurnedOut.class,
                    RoomReason.Accepted.class,
                    LanguageReason.ByKey.class,
                    LanguageReason.OfAnnouncement.class,
                    DirectoryReason.NobodyFound.class,
                    DirectoryReason.Chosen.class,
                    DirectoryReason.GaveUp.class);

    @Test
    void whateverHappensNoLegIsLeftAloneAndEachEndsOnce() {
        Histories.forAll(HISTORIES, HistoryTest::run);
    }

    @Test
    void aLogReplayedGivesTheSameCallAndTheSameEffects() {
        Histories.forAll(
                HISTORIES,
                history -> {
                    HistoryRun run = run(history);
                    List<CallEvent> log = run.log();
                    Transition transition =
                            Call.start(new CallId("c"), HistoryRun.PLAN, log.getFirst());
                    List<CallEffect> effects = new ArrayList<>(transition.effects());
                    for (CallEvent event : log.subList(1, log.size())) {
                        transition = transition.call().on(event);
                        effects.addAll(transition.effects());
                    }
                    assertThat(transition.call()).isEqualTo(run.call());
                    assertThat(effects).isEqualTo(run.effects());
                });
    }

    @Test
    void theClockAloneLeadsToAnEndOrToALastingTalk() {
        Histories.forAll(HISTORIES, history -> run(history).timePasses());
    }

    @Test
    void allCanAlwaysHangUp() {
        Histories.forAll(HISTORIES, history -> run(history).allHangUp());
    }

    @Test
    void theHistoriesGoEverywhere() {
        Set<String> stages = new TreeSet<>();
        Set<Class<?>> reasons = new HashSet<>();
        Histories.forAll(
                MANY,
                history -> {
                    HistoryRun run = new HistoryRun(history.start());
                    for (Histories.Step step : history.steps()) {
                        run.take(step);
                        stages.add(run.call().path().stage().getClass().getSimpleName());
                    }
                    run.reasons().forEach(reason -> reasons.add(reason.getClass()));
                });
        assertThat(stages).containsExactlyElementsOf(STAGES);
        assertThat(reasons).containsAll(REACHED);
    }

    @Test
    void aSeedGivesTheSameHistoryAlways() {
        assertThat(Histories.random(7)).isEqualTo(Histories.random(7));
        assertThat(Histories.random(7)).isNotEqualTo(Histories.random(8));
    }

    @Test
    void aFailureIsShownByItsShortestHistory() {
        Set<Kind> together = EnumSet.of(Kind.HOLDS, Kind.PAGE_LOST);
        Consumer<History> property =
                history -> {
                    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
                    history.steps().forEach(step -> kinds.add(step.kind()));
                    assertThat(kinds.containsAll(together)).isFalse();
                };
        History failing =
                java.util.stream.LongStream.iterate(1, seed -> seed + 1)
                        .mapToObj(Histories::random)
                        .filter(history ->
                                history.steps().stream()
                                        .map(Histories.Step::kind)
                                        .collect(java.util.stream.Collectors.toSet())
                                        .containsAll(together))
                        .findFirst()
                        .orElseThrow();
        assertThat(Histories.shrink(property, failing).steps())
                .extracting(Histories.Step::kind)
                .containsExactlyInAnyOrderElementsOf(together);
        assertThatThrownBy(() -> Histories.forAll(500, property))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shortest history");
    }
}
