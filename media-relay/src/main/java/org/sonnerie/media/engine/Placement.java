package org.sonnerie.media.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingSource;

/**
 * Says on which thread each command is carried out, and who has to move there before. It keeps in
 * mind, from the commands alone, who hears whom: never less than what is so on the threads. So all
 * that hear each other are on one thread, always. Pure. Not thread safe: it sees the commands in
 * the order in which they are given.
 */
final class Placement {
    private final Company company;
    private final List<Move> moves = new ArrayList<>();

    Placement(int threads) {
        company = new Company(threads);
    }

    /**
     * Some go to another thread together.
     *
     * @param from the number of the thread they leave
     * @param to that of the other
     * @param members all of them; some of whom it may turn out that they do not exist
     * @param silenced stops hearing before, because whom it heard until now stays behind
     */
    record Move(int from, int to, List<Member> members, Optional<Member> silenced) {}

    /**
     * What becomes of a command.
     *
     * @param moves before it, in order
     * @param thread carries it out
     * @param concerned must be looked at afterwards: whether it exists then is to be told to {@link
     *     #settled}
     */
    record Order(List<Move> moves, int thread, Optional<Member> concerned) {}

    Order order(MediaCommand command) {
        moves.clear();
        return switch (command) {
            case MediaCommand.AcceptOffer offer -> begin(leg(offer.endpoint()));
            case MediaCommand.AcceptTrunkOffer offer -> begin(leg(offer.endpoint()));
            case MediaCommand.MakeTrunkOffer offer -> begin(leg(offer.endpoint()));
            case MediaCommand.ApplyTrunkAnswer answer -> at(leg(answer.endpoint()));
            case MediaCommand.Hear(EndpointId id, Hearing hearing) -> {
                company.find(leg(id)).filter(Node::wanted).ifPresent(node -> hear(node, hearing));
                yield at(leg(id));
            }
            case MediaCommand.PlayInRoom play -> at(new Member.Conference(play.room()));
            case MediaCommand.Mute mute -> at(leg(mute.endpoint()));
            case MediaCommand.SendDigits send -> at(leg(send.endpoint()));
            case MediaCommand.StartRecording start -> at(leg(start.endpoint()));
            case MediaCommand.StopRecording stop -> at(leg(stop.endpoint()));
            case MediaCommand.StartCallRecording start -> begin(tape(start.recording()));
            case MediaCommand.RecordFrom(RecordingId id, RecordingSource source) -> {
                company.find(tape(id)).filter(Node::wanted).ifPresent(node -> record(node, source));
                yield at(tape(id));
            }
            case MediaCommand.StopCallRecording stop -> end(tape(stop.recording()));
            case MediaCommand.Close close -> end(leg(close.endpoint()));
        };
    }

    private static Member leg(EndpointId id) {
        return new Member.Leg(id);
    }

    private static Member tape(RecordingId id) {
        return new Member.Tape(id);
    }

    /** Of whom nothing is known, whichever thread finds that there is nobody. */
    private Order at(Member member) {
        int thread = company.find(member).map(Node::thread).orElse(0);
        return new Order(List.copyOf(moves), thread, Optional.empty());
    }

    private Order begin(Member member) {
        Node node = company.get(member, company.leastBusy());
        node.begins();
        return new Order(List.of(), node.thread(), Optional.of(member));
    }

    private Order end(Member member) {
        Node node = company.find(member).orElse(null);
        if (node == null) {
            return at(member);
        }
        node.ends();
        leave(node);
        return new Order(List.of(), node.thread(), Optional.of(member));
    }

    /**
     * A command was carried out that may have made or ended something.
     *
     * @param member whom it named
     * @param exists whether there is such a one now
     */
    void settled(Member member, boolean exists) {
        company.find(member)
                .filter(node -> node.settled(exists))
                .ifPresent(node -> {
                    leave(node);
                    company.forget(node);
                });
    }

    /** Something ended by itself. */
    void over(Member member) {
        company.find(member)
                .filter(Node::over)
                .ifPresent(node -> {
                    leave(node);
                    company.forget(node);
                });
    }

    /** It hears nobody any more, and nobody hears it; a recording goes on to name it. */
    private void leave(Node node) {
        company.untie(node);
        Predicate<Node> recorded = other -> other.member() instanceof Member.Tape;
        node.tiedBy().stream()
                .filter(recorded.negate())
                .toList()
                .forEach(other -> company.untie(other, node));
    }

    private void hear(Node node, Hearing hearing) {
        switch (hearing) {
            case Hearing.Nothing _, Hearing.Itself _, Hearing.Programme _ -> company.untie(node);
            case Hearing.Room(var room, _) -> tieAnew(node, new Member.Conference(room));
            case Hearing.Other(EndpointId other) ->
                    company.find(leg(other))
                            .filter(Node::wanted)
                            .ifPresent(speaker -> hear(node, speaker));
        }
    }

    /** Where that one may not come about, the old tie counts too. */
    private void hear(Node node, Node speaker) {
        if (speaker.certain()) {
            tieAnew(node, speaker.member());
        } else {
            tie(node, speaker.member(), Optional.empty());
        }
    }

    private void tieAnew(Node node, Member to) {
        boolean heardSomebody = !node.ties().isEmpty();
        company.untie(node);
        tie(node, to, Optional.of(node.member()).filter(_ -> heardSomebody));
    }

    private void record(Node node, RecordingSource source) {
        company.untie(node);
        switch (source) {
            case RecordingSource.Nobody _ -> {}
            case RecordingSource.Mix(var room) ->
                    tie(node, new Member.Conference(room), Optional.empty());
            case RecordingSource.Sides(var left, var right) -> {
                left.forEach(id -> tie(node, leg(id), Optional.empty()));
                right.forEach(id -> tie(node, leg(id), Optional.empty()));
            }
        }
    }

    private void tie(Node node, Member to, Optional<Member> silenced) {
        Node other = company.get(to, node.thread());
        if (node.thread() != other.thread()) {
            meet(node, other, silenced);
        }
        node.tie(other);
    }

    /** The fewer go to the more. */
    private void meet(Node one, Node other, Optional<Member> silenced) {
        List<Node> ones = one.together();
        List<Node> others = other.together();
        long difference = Company.legs(ones) - Company.legs(others);
        boolean onesStay =
                difference > 0
                        || (difference == 0 && company.isLessBusy(one.thread(), other.thread()));
        moves.add(
                onesStay
                        ? company.move(others, one.thread(), Optional.empty())
                        : company.move(ones, other.thread(), silenced));
    }

    /** Whom it has in mind. */
    int size() {
        return company.size();
    }
}
