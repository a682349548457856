package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/**
 * One leg's way through the company: the caller's, or that of a person who asks somebody while his
 * own party waits.
 *
 * @param lead who is led: the caller, until a transfer puts another in his place
 * @param called whom he was given, in the order they came to be, those over included
 * @param stage what is going on
 * @param target where he is being led, or was last
 * @param dialled what was typed, or the number called
 * @param handover present while a person's handing on decides where it goes
 * @param forwards who forwarded it on, in this order
 */
record Path(
        LegId lead,
        List<LegId> called,
        Stage stage,
        Destination target,
        String dialled,
        Optional<Handover> handover,
        List<PersonId> forwards) {
    /** Copies the lists. */
    Path {
        called = List.copyOf(called);
        forwards = List.copyOf(forwards);
    }

    /**
     * A way that begins.
     *
     * @param lead who is led
     * @param dialled what was typed
     * @param target where it leads
     * @param handover who handed it on
     */
    static Path of(LegId lead, String dialled, Destination target, Optional<Handover> handover) {
        return new Path(
                lead,
                List.of(),
                new Stage.Over(EndReason.HUNG_UP),
                target,
                dialled,
                handover,
                List.of());
    }

    Path at(Stage next) {
        return new Path(lead, called, next, target, dialled, handover, forwards);
    }

    Path to(Destination next) {
        return new Path(lead, called, stage, next, dialled, handover, forwards);
    }

    Path with(Optional<Handover> other) {
        return new Path(lead, called, stage, target, dialled, other, forwards);
    }

    Path forwardedBy(List<PersonId> people) {
        return new Path(lead, called, stage, target, dialled, handover, people);
    }

    Path ledBy(LegId other, List<LegId> others) {
        return new Path(other, others, stage, target, dialled, handover, forwards);
    }

    Path plus(LegId leg) {
        List<LegId> more = new ArrayList<>(called);
        more.add(leg);
        return new Path(lead, more, stage, target, dialled, handover, forwards);
    }

    /** Everybody on it. */
    Stream<LegId> legs() {
        return Stream.concat(Stream.of(lead), called.stream());
    }

    boolean has(LegId leg) {
        return lead.equals(leg) || called.contains(leg);
    }

    /** Whom a leg talks to, where two talk. */
    Optional<LegId> partner(LegId leg) {
        if (!(stage instanceof Stage.Talking(var with)) || !has(leg)) {
            return Optional.empty();
        }
        return Optional.of(lead.equals(leg) ? with : lead);
    }
}
