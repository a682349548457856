package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must always hold of the recording of a call, whatever happens. */
final class RecordingRun {
    private final Set<RecordingId> begun = new HashSet<>();
    private Optional<RecordingId> running = Optional.empty();
    private Set<LegId> recorded = Set.of();

    /** A step about recording, as an event. */
    static CallEvent read(Histories.Step step, Instant now, LegId leg) {
        return switch (step.kind()) {
            case RECORDING_WISHED ->
                    new RecordingEvent.RecordingWished(
                            now, leg, List.of(RecordingWish.values()).get(step.pick() % 4));
            case ROOM_RECORDED -> new RoomRecorded(now, leg, step.pick() % 2 == 0);
            case RECORDING_CLOSED ->
                    new RecordingEvent.RecordingClosed(
                            now, new RecordingId("c-c" + (1 + step.pick() % 2)), true);
            default -> throw new IllegalArgumentException("read elsewhere: " + step);
        };
    }

    void follow(RecordingEffect effect) {
        switch (effect) {
            case RecordingEffect.BeginRecording begins -> {
                assertThat(begun.add(begins.recording())).as("a new name").isTrue();
                running = Optional.of(begins.recording());
                recorded = Set.of();
            }
            case RecordingEffect.RecordFrom(var _, var id, List<LegId> left, List<LegId> right) -> {
                assertThat(running).contains(id);
                Set<LegId> both = new LinkedHashSet<>(left);
                both.addAll(right);
                assertThat(both).as("on one side each").hasSize(left.size() + right.size());
                recorded = both;
            }
            case RecordingEffect.FinishRecording(var _, var id) -> {
                assertThat(running).contains(id);
                running = Optional.empty();
            }
        }
    }

    void check(Call call) {
        Optional<CallRecording> now = call.sounds().recording().running();
        if (now.filter(CallRecording::open).isEmpty()) {
            // Its file was closed by the relay, or the relay is a new one: nothing is left to end.
            running = Optional.empty();
        }
        assertThat(now.filter(CallRecording::open).map(CallRecording::id))
                .as("what runs")
                .isEqualTo(running);
        assertThat(call.ended() && now.isPresent()).as("open after the end").isFalse();
        now.ifPresent(one -> check(call, one));
    }

    private void check(Call call, CallRecording one) {
        assertThat(Set.copyOf(one.recorded())).as("who is recorded").isEqualTo(recorded);
        assertThat(one.paused() && !recorded.isEmpty()).as("recorded in a pause").isFalse();
        for (LegId leg : recorded) {
            assertThat(one.told()).as("%s was told", leg).containsEntry(leg, true);
            assertThat(call.leg(leg).filter(Leg::up)).as("%s talks", leg).isPresent();
            assertThat(call.path().has(leg)).as("%s is on the call's way", leg).isTrue();
        }
        one.telling().forEach((leg, said) -> assertThat(recorded).doesNotContain(leg));
        if (!recorded.isEmpty()) {
            checkConsent(call, one);
        }
    }

    /** In the plan of all histories whoever is outside is asked. */
    private static void checkConsent(Call call, CallRecording one) {
        Talkers.of(call.path(), call.aside(), id -> call.leg(id).filter(leg -> !leg.over()))
                .legs()
                .stream()
                .filter(leg -> leg.person().isEmpty())
                .forEach(leg ->
                        assertThat(one.told())
                                .as("%s has agreed", leg.id())
                                .containsEntry(leg.id(), true));
    }
}
