package org.sonnerie.pbx.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RoomRecorded;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.RoomRules;

/** Whatever happens to a room in whatever order: what its calls were told is how it is. */
final class ConferencePropertyTest {
    private static final int HISTORIES = 3_000;
    private static final int STEPS = 40;
    private static final int PEOPLE = 5;
    private static final String KEYS = "0456789*#";

    @Test
    void eachCallKnowsHowItStands() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new Run(seed).all();
        }
    }

    /** One history, the same for the same seed. */
    private static final class Run {
        private final SplittableRandom random;
        private final Map<LegId, Standing> standing = new HashMap<>();
        private final Map<LegId, Silence> silence = new HashMap<>();
        private final Set<LegId> present = new HashSet<>();
        private final int seed;
        private final boolean recordable;
        private final Set<LegId> recorded = new HashSet<>();
        private Conference room;

        Run(int seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.recordable = seed % 2 == 0;
            this.room = Conference.empty(Meeting.rules(flip(), flip(), flip()), recordable);
        }

        private boolean flip() {
            return random.nextBoolean();
        }

        void all() {
            for (int i = 0; i < STEPS; i++) {
                take(next());
            }
            for (LegId leg : Set.copyOf(present)) {
                take(new RoomEvent.Left(leg));
            }
            assertThat(room).as("seed %s", seed).isEqualTo(Conference.empty(rules(), recordable));
        }

        private RoomRules rules() {
            return room.rules();
        }

        private RoomEvent next() {
            int who = random.nextInt(PEOPLE);
            LegId leg = new LegId("c" + who + "-1");
            return switch (random.nextInt(5)) {
                case 0, 1 ->
                        new RoomEvent.Came(
                                new Comer(
                                        leg, Optional.empty(), new Named("P" + who, ""), who == 0));
                case 2 -> flip() ? new RoomEvent.Left(leg) : new RoomEvent.Spoke(leg, flip());
                case 3 -> new RoomEvent.Pressed(leg, KEYS.charAt(random.nextInt(KEYS.length())));
                default -> new RoomEvent.Wanted(leg, wish());
            };
        }

        private RoomWish wish() {
            String member = "m" + (1 + random.nextInt(8));
            List<RoomWish> wishes =
                    List.of(
                            new RoomWish.MuteMyself(flip()),
                            new RoomWish.Mute(member, flip()),
                            new RoomWish.MuteAll(flip()),
                            new RoomWish.Remove(member),
                            new RoomWish.Admit(member),
                            new RoomWish.Lock(flip()),
                            new RoomWish.ListenOnly(flip()),
                            new RoomWish.Recorded(flip()),
                            new RoomWish.End());
            return wishes.get(random.nextInt(wishes.size()));
        }

        private void take(RoomEvent event) {
            switch (event) {
                case RoomEvent.Came(Comer comer) -> {
                    present.add(comer.leg());
                    standing.remove(comer.leg());
                    recorded.remove(comer.leg());
                    silence.remove(comer.leg());
                }
                case RoomEvent.Left(LegId leg) -> forget(leg);
                case RoomEvent.Spoke _,
                        RoomEvent.Wanted _,
                        RoomEvent.Pressed _,
                        RoomEvent.RecordingOver _ -> {}
            }
            RoomStep step = room.on(event, Meeting.AT);
            assertThat(step.told()).as("seed %s", seed).doesNotHaveDuplicates();
            room = step.room();
            step.told().forEach(this::hear);
            check();
        }

        private void forget(LegId leg) {
            present.remove(leg);
            recorded.remove(leg);
            standing.remove(leg);
            silence.remove(leg);
        }

        private void hear(CallEvent.OfRoom news) {
            assertThat(present).as("seed %s: nobody else is told", seed).contains(news.leg());
            switch (news) {
                case CallEvent.Seated(var _, LegId leg, Standing where) -> standing.put(leg, where);
                case CallEvent.Silenced(var _, LegId leg, Silence why) -> silence.put(leg, why);
                case RoomRecorded(var _, LegId leg, boolean now) -> {
                    if (now) {
                        recorded.add(leg);
                    } else {
                        recorded.remove(leg);
                    }
                }
                case CallEvent.TurnedOut(var _, LegId leg, var _, var _) -> forget(leg);
            }
        }

        private void check() {
            assertThat(room.members()).as("seed %s", seed).hasSize(present.size());
            for (Member one : room.members()) {
                LegId leg = one.comer().leg();
                assertThat(standing.get(leg)).as("seed %s", seed).isEqualTo(one.standing());
                assertThat(one.standing()).isNotEqualTo(Standing.COMING);
                assertThat(silence.getOrDefault(leg, Silence.NONE))
                        .as("seed %s", seed)
                        .isEqualTo(one.silence(room.listenOnly()));
                assertThat(recorded.contains(leg))
                        .as("seed %s: told that it is recorded", seed)
                        .isEqualTo(room.recorded() && one.in());
                assertThat(!one.comer().moderator() || one.in()).isTrue();
            }
        }
    }
}
