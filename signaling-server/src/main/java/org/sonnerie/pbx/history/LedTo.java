package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.AskedFor;
import org.sonnerie.pbx.call.Blocks;
import org.sonnerie.pbx.call.DirectoryReason;
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
import org.sonnerie.pbx.plan.Destination;

/** Where reasons say that a caller is led. Pure. */
final class LedTo {
    private LedTo() {}

    /** The last destination that is told; empty: none is. */
    static Optional<Destination> last(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> of(reason).stream()).reduce((_, last) -> last);
    }

    private static Optional<Destination> of(Reason reason) {
        return switch (reason) {
            case Reason.Leads(var _, var to) -> Optional.of(to);
            case Reason.CallerListed(var _, var to) -> Optional.of(to);
            case Reason.HoursSay(var _, var _, var _, var to) -> Optional.of(to);
            case Reason.MenuChosen(var _, var _, var to) -> Optional.of(to);
            case Reason.MenuLeadsOn(var _, var to) -> Optional.of(to);
            case Reason.Announces(var it) -> Optional.of(new Destination.ToAnnouncement(it));
            case Reason.RingsGroup(var g, int _, int _) -> Optional.of(new Destination.ToGroup(g));
            case Reason.TakesMessage(var box) -> Optional.of(new Destination.ToMailbox(box));
            case Reason.CallsBack(var to) -> Optional.of(to);
            case Reason.OnReaching reaching -> onReaching(reaching);
            case FeatureReason feature -> inFeature(feature);
            case Reason.GoesOut(var _, String number, boolean emergency) ->
                    Optional.of(new Destination.ToOutside(number, emergency));
            case Reason.NotInPlan _,
                    Reason.Rings _,
                    Reason.CallsHimself _,
                    Reason.NotReached _,
                    Reason.Answered _,
                    Reason.GroupNotReached _,
                    Reason.NoTrunk _,
                    Reason.OutsideRefused _,
                    Reason.MenuGreets _,
                    Reason.MenuNotUnderstood _,
                    Reason.MenuGaveUp _,
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
                    Reason.MessageLeft _,
                    Reason.NothingRecorded _,
                    Reason.HearsMessages _,
                    Reason.WaitsForPage _,
                    Reason.PageBack _,
                    Reason.Over _ ->
                    Optional.empty();
        };
    }

    private static Optional<Destination> chosen(OnWords reason) {
        return reason instanceof DirectoryReason.Chosen(var person)
                ? Optional.of(new Destination.ToPerson(person))
                : Optional.empty();
    }

    private static Optional<Destination> inFeature(FeatureReason reason) {
        return switch (reason) {
            case OnQueue.Enters(var queue, int _) -> Optional.of(new Destination.ToQueue(queue));
            case OnQueue.Leaves leaves -> leaves.destination();
            case OwnRule(var _, var to) -> to;
            case RoomReason room -> ofRoom(room);
            case OnWords words -> chosen(words);
            case OnQueue.Standing _,
                    OnQueue.Rings _,
                    OnMailbox _,
                    AskedFor _,
                    Blocks _,
                    Withheld _,
                    SupervisionReason _,
                    RecordingReason _ ->
                    Optional.empty();
        };
    }

    private static Optional<Destination> ofRoom(RoomReason reason) {
        return switch (reason) {
            case RoomReason.OwnRoom(var room, var _) -> Optional.of(new Destination.ToRoom(room));
            case RoomReason.ComesAsGuest(var room, var _) ->
                    Optional.of(new Destination.ToRoom(room));
            case RoomReason.CalledIn(var room, var _, var _) ->
                    Optional.of(new Destination.ToRoom(room));
            case RoomReason.PinsBlocked _,
                    RoomReason.Accepted _,
                    RoomReason.Introduced _,
                    RoomReason.Waits _,
                    RoomReason.LetIn _,
                    RoomReason.Silenced _,
                    RoomReason.TurnedOut _ ->
                    Optional.empty();
        };
    }

    private static Optional<Destination> onReaching(Reason.OnReaching reason) {
        return switch (reason) {
            case Reason.RingsInTurn(var group, var _, var _) ->
                    Optional.of(new Destination.ToGroup(group));
            case Reason.GroupLeadsOn(var _, var to) -> Optional.of(to);
            case Reason.Forwards(var _, var _, var to) -> Optional.of(to);
            case Reason.GroupEmpty _,
                    Reason.NotDisturbed _,
                    Reason.Woken _,
                    Reason.FollowsHim _,
                    Reason.AsksToAccept _,
                    Reason.NotAccepted _,
                    Reason.ForwardLoop _ ->
                    Optional.empty();
        };
    }
}
