package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.AskedFor;
import org.sonnerie.pbx.call.Blocks;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.FeatureReason;
import org.sonnerie.pbx.call.OnMailbox;
import org.sonnerie.pbx.call.OnQueue;
import org.sonnerie.pbx.call.OnWords;
import org.sonnerie.pbx.call.OwnRule;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.call.RecordingReason;
import org.sonnerie.pbx.call.RoomReason;
import org.sonnerie.pbx.call.SupervisionReason;
import org.sonnerie.pbx.call.Withheld;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * Whom a call concerned: from its legs, and from the reasons that name people without a leg. Pure.
 */
final class Parts {
    private final Map<PersonId, Part> parts = new LinkedHashMap<>();

    private Parts() {}

    /** Each person once, with the most he had to do with the call. */
    static Map<PersonId, Part> of(LoggedCall call, CallRecord record) {
        Parts all = new Parts();
        List<RecordedLeg> legs = record.legs();
        for (int i = 0; i < legs.size(); i++) {
            RecordedLeg leg = legs.get(i);
            Part.Role role = i == 0 ? Part.Role.CALLED : role(leg);
            Part part = new Part(role, talked(leg, record.time().ended()));
            leg.who().person().ifPresent(person -> all.add(person, part));
        }
        Retelling.of(call).stream()
                .flatMap(step -> step.reasons().stream())
                .flatMap(reason -> meant(call.plan(), reason))
                .forEach(person -> all.add(person, new Part(Part.Role.NOT_RUNG, Duration.ZERO)));
        return all.parts;
    }

    private void add(PersonId person, Part part) {
        parts.merge(person, part, Part::and);
    }

    private static Part.Role role(RecordedLeg leg) {
        if (!leg.called() || leg.times().answered().isPresent()) {
            return Part.Role.TOOK;
        }
        boolean rang =
                leg.times().rang().isPresent() || leg.why().equals(Optional.of(EndReason.DECLINED));
        return rang ? Part.Role.RANG : Part.Role.NOT_RUNG;
    }

    private static Duration talked(RecordedLeg leg, Instant callEnded) {
        Optional<Instant> since = leg.times().answered();
        return since.map(at -> Duration.between(at, leg.times().ended().orElse(callEnded)))
                .orElse(Duration.ZERO);
    }

    /** For whom the call was meant when this was said. */
    private static Stream<PersonId> meant(CompanyPlan plan, Reason reason) {
        return switch (reason) {
            case Reason.Rings(var person, int _) -> Stream.of(person);
            case Reason.CallsHimself(var person) -> Stream.of(person);
            case Reason.NotReached(var person, var _) -> Stream.of(person);
            case Reason.RingsGroup(var group, int _, int _) -> members(plan, group);
            case Reason.OnReaching reaching -> reaching(plan, reaching);
            case FeatureReason feature -> inFeature(feature);
            case Reason.GroupNotReached(var group, var _) -> members(plan, group);
            case Reason.Leads _,
                    Reason.CallerListed _,
                    Reason.NotInPlan _,
                    Reason.HoursSay _,
                    Reason.Announces _,
                    Reason.Answered _,
                    Reason.GoesOut _,
                    Reason.NoTrunk _,
                    Reason.OutsideRefused _,
                    Reason.MenuGreets _,
                    Reason.MenuChosen _,
                    Reason.MenuNotUnderstood _,
                    Reason.MenuGaveUp _,
                    Reason.MenuLeadsOn _,
                    Reason.PinAccepted _,
                    Reason.PinRefused _,
                    Reason.HandedOn _,
                    Reason.Asks _,
                    Reason.AskedOver _,
                    Reason.PutThrough _,
                    Reason.BroughtTogether _,
                    Reason.GoesBack _,
                    Reason.ParkedIn _,
                    Reason.Took _,
                    Reason.TakesMessage _,
                    Reason.MessageLeft _,
                    Reason.NothingRecorded _,
                    Reason.HearsMessages _,
                    Reason.CallsBack _,
                    Reason.WaitsForPage _,
                    Reason.PageBack _,
                    Reason.Over _ ->
                    Stream.empty();
        };
    }

    private static Stream<PersonId> inFeature(FeatureReason reason) {
        return switch (reason) {
            case OnQueue.Rings rings -> rings.agents().stream();
            case OwnRule(var person, var _) -> Stream.of(person);
            case Blocks(var person) -> Stream.of(person);
            case AskedFor _ -> Stream.empty();
            case OnQueue.Enters _,
                    OnQueue.Standing _,
                    OnQueue.Leaves _,
                    OnMailbox _,
                    OnWords _,
                    RoomReason _,
                    Withheld _,
                    SupervisionReason _,
                    RecordingReason _ ->
                    Stream.empty();
        };
    }

    private static Stream<PersonId> reaching(CompanyPlan plan, Reason.OnReaching reason) {
        return switch (reason) {
            case Reason.RingsInTurn(var _, var _, var members) -> members.stream();
            case Reason.GroupEmpty(var group) -> members(plan, group);
            case Reason.NotDisturbed(var person) -> Stream.of(person);
            case Reason.Woken(var person) -> Stream.of(person);
            case Reason.Forwards(var person, var _, var _) -> Stream.of(person);
            case Reason.FollowsHim(var person, var _) -> Stream.of(person);
            case Reason.AsksToAccept(var person) -> Stream.of(person);
            case Reason.NotAccepted(var person) -> Stream.of(person);
            case Reason.ForwardLoop(var person, int _) -> Stream.of(person);
            case Reason.GroupLeadsOn _ -> Stream.empty();
        };
    }

    private static Stream<PersonId> members(CompanyPlan plan, GroupId group) {
        return plan.group(group).map(RingGroup::members).stream().flatMap(List::stream);
    }
}
