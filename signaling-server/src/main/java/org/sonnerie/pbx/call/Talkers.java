package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.RecordingRules.Rule;

/**
 * Those who talk with each other now on the caller's way, and what the plan says of recording them.
 * Who is on hold, whose page is gone and who asks somebody else does not.
 *
 * @param legs in the order they came to be; empty: nobody talks
 * @param present all with sound on the caller's way, also those who do not talk just now
 * @param target where the caller was led
 */
record Talkers(List<Leg> legs, List<Leg> present, Destination target) {
    /** Copies the lists. */
    Talkers {
        legs = List.copyOf(legs);
        present = List.copyOf(present);
    }

    static Talkers of(Path main, Optional<Path> aside, Function<LegId, Optional<Leg>> leg) {
        Stream<LegId> on =
                switch (main.stage()) {
                    case Stage.Talking(LegId with) -> Stream.of(main.lead(), with);
                    case Stage.Together _ -> main.legs();
                    case Stage.Calling _,
                            Stage.Queued _,
                            Stage.Announcing _,
                            Stage.Choosing _,
                            Stage.Entering _,
                            Introducing _,
                            Stage.Leaving _,
                            MailboxStage _,
                            DirectoryStage _,
                            Stage.Parked _,
                            Stage.Inviting _,
                            Stage.Originating _,
                            Stage.Conferring _,
                            Stage.Listening _,
                            Stage.Closing _,
                            Stage.Over _ ->
                            Stream.empty();
                };
        List<Leg> there =
                on.flatMap(id -> leg.apply(id).stream())
                        .filter(one -> one.up() && !one.lost() && !one.holding())
                        .filter(one -> aside.filter(path -> path.has(one.id())).isEmpty())
                        .toList();
        List<Leg> present =
                main.legs().flatMap(id -> leg.apply(id).stream()).filter(Leg::up).toList();
        return new Talkers(there.size() < 2 ? List.of() : there, present, main.target());
    }

    boolean has(LegId leg) {
        return legs.stream().anyMatch(one -> one.id().equals(leg));
    }

    /** Nobody of them may be recorded now, whatever is said of others. */
    boolean forbidden(CompanyPlan plan, RecordingState state) {
        return rules(plan, state).anyMatch(Rule.NEVER::equals);
    }

    /** They are recorded without anybody asking for it. */
    boolean always(CompanyPlan plan, RecordingState state) {
        return !legs.isEmpty()
                && rules(plan, state).anyMatch(Rule.ALWAYS::equals)
                && !forbidden(plan, state);
    }

    /** One of them may ask for it: it stands with him, or with what the call came by. */
    boolean mayAsk(CompanyPlan plan, RecordingState state, Leg asking) {
        RecordingRules rules = plan.facts().recording();
        Stream<Rule> said =
                Stream.concat(shared(plan, state), asking.person().flatMap(rules::of).stream());
        return has(asking.id())
                && asking.person().isPresent()
                && !forbidden(plan, state)
                && said.anyMatch(rule -> rule == Rule.ON_DEMAND || rule == Rule.ALWAYS);
    }

    private Stream<Rule> rules(CompanyPlan plan, RecordingState state) {
        Stream<PersonId> people = legs.stream().flatMap(leg -> leg.person().stream());
        return Stream.concat(
                shared(plan, state),
                people.flatMap(person -> plan.facts().recording().of(person).stream()));
    }

    private Stream<Rule> shared(CompanyPlan plan, RecordingState state) {
        return Stream.concat(
                state.byNumber().stream(), plan.facts().recording().of(target).stream());
    }
}
