package org.sonnerie.pbx.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomRules;

/** One room told in sentences; what each call was told by the last event can be asked. */
final class Meeting {
    static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    final Guest alice = new Guest("Alice", "101", true);
    final Guest bob = new Guest("Bob", "102", false);
    final Guest carol = new Guest("Carol", "103", false);
    final Guest outsider = new Guest("", "+33612345678", false);

    private Conference room;
    private List<CallEvent.OfRoom> told = new ArrayList<>();

    Meeting(RoomRules rules) {
        this.room = Conference.empty(rules);
    }

    static RoomRules rules(boolean waits, boolean ends, boolean listenOnly) {
        return new RoomRules(waits, ends, RoomRules.Announce.TONE, listenOnly, Optional.empty());
    }

    Conference room() {
        return room;
    }

    List<CallEvent.OfRoom> told() {
        return told;
    }

    RoomStep.Outcome happens(RoomEvent event) {
        RoomStep step = room.on(event, AT);
        room = step.room();
        told = step.told();
        return step.outcome();
    }

    /** Somebody in a room. */
    final class Guest {
        private final LegId leg;
        private final Comer comer;

        Guest(String name, String number, boolean moderator) {
            leg = new LegId("c" + number.replace("+", "") + "-1");
            Optional<PersonId> person =
                    name.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new PersonId(name.toLowerCase(java.util.Locale.ROOT)));
            comer = new Comer(leg, person, new Named(name, number), moderator);
        }

        void comes() {
            happens(new RoomEvent.Came(comer));
        }

        void leaves() {
            happens(new RoomEvent.Left(leg));
        }

        void speaks(boolean now) {
            happens(new RoomEvent.Spoke(leg, now));
        }

        RoomStep.Outcome wants(RoomWish wish) {
            return happens(new RoomEvent.Wanted(leg, wish));
        }

        void presses(char key) {
            happens(new RoomEvent.Pressed(leg, key));
        }

        String id() {
            return room.member(leg).map(Member::id).orElse("nobody");
        }

        PersonId person() {
            return comer.person().orElseThrow();
        }

        void isTold(Standing standing) {
            assertThat(told).contains(new CallEvent.Seated(AT, leg, standing));
        }

        void isTold(Silence silence) {
            assertThat(told).contains(new CallEvent.Silenced(AT, leg, silence));
        }

        void isTurnedOut(EndReason why, Optional<String> by) {
            assertThat(told).contains(new CallEvent.TurnedOut(AT, leg, why, by));
            assertThat(room.member(leg)).isEmpty();
        }
    }
}
