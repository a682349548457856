package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.Stage.Queued;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.Telling;

/**
 * A caller who waits in a queue. Whose turn it is and which agent is free depends on all calls of
 * the company: whoever knows that tells it by {@code AgentsOffered} and {@code QueueTold}.
 */
final class Queueing {
    private Queueing() {}

    static void enter(Turn turn, Queue queue, int priority) {
        turn.answerCaller();
        // It does not go back to who handed it on: it waits as long as one waits here.
        turn.taken();
        turn.because(new OnQueue.Enters(queue.id(), priority));
        Instant until = turn.at().plusSeconds(queue.waiting().longestSeconds());
        turn.stage(
                new Queued(
                        new QueuePlace(queue.id(), priority, turn.at()),
                        0,
                        Optional.empty(),
                        new Clocks(until, Optional.empty(), until, true, 0)));
    }

    static void told(Turn turn, Queued queued, CallEvent.QueueTold event) {
        Optional<Queue> queue = queueOf(turn, queued);
        if (!queued.place().queue().equals(event.queue())) {
            return;
        }
        if (queue.isEmpty()) {
            leave(turn, queued, OnQueue.Why.GONE, Optional.empty());
        } else if (!event.staffed() && !queue.get().waiting().withoutAgents()) {
            leave(turn, queued, OnQueue.Why.NO_AGENTS, queue.get().waiting().overflow().noAgents());
        } else if (queued.clocks().round() == 0
                && event.position() > queue.get().waiting().mostCallers()) {
            leave(turn, queued, OnQueue.Why.FULL, queue.get().waiting().overflow().full());
        } else if (queued.clocks().asked() && !turn.caller().lost()) {
            say(turn, queued, queue.get(), event);
        }
    }

    private static void say(Turn turn, Queued queued, Queue queue, CallEvent.QueueTold event) {
        Telling telling = queue.telling();
        Clocks clocks = queued.clocks();
        List<CallSound> sounds = new ArrayList<>();
        if (clocks.round() == 0) {
            telling.welcome().ifPresent(welcome -> sounds.add(new CallSound.Prompt(welcome)));
        }
        sounds.addAll(QueueWords.standing(Tongue.words(turn), telling, event));
        if (clocks.round() > 0 && !telling.adverts().isEmpty()) {
            int turns = (clocks.round() - 1) % telling.adverts().size();
            sounds.add(new CallSound.Prompt(telling.adverts().get(turns)));
        }
        turn.because(new OnQueue.Standing(queue.id(), event.position(), event.waitSeconds()));
        turn.stage(
                queued.with(clocks.told(next(turn, clocks, telling)))
                        .saying(
                                sounds.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(turn.programme(false, sounds))));
    }

    private static Instant next(Turn turn, Clocks clocks, Telling telling) {
        return telling.everySeconds() == 0
                ? clocks.until()
                : turn.at().plusSeconds(telling.everySeconds());
    }

    static void playEnded(Turn turn, Queued queued, PlayId play) {
        if (queued.saying().filter(said -> said.play().equals(play)).isPresent()) {
            turn.stage(queued.saying(Optional.empty()));
        }
    }

    /** Rings the agents who are free for him; whoever is not in his plan is left out. */
    static void offered(Turn turn, Queued queued, CallEvent.AgentsOffered event) {
        Optional<Queue> queue = queueOf(turn, queued);
        boolean meant = queued.place().queue().equals(event.queue());
        if (!meant || queue.isEmpty() || event.offer() <= queued.offer()) {
            return;
        }
        List<Person> agents =
                event.agents().stream()
                        .filter(agent -> !turn.hasPerson(agent))
                        .flatMap(agent -> turn.plan().person(agent).stream())
                        .toList();
        Queued next = queued.offered(event.offer());
        turn.stage(next);
        if (agents.isEmpty() || turn.caller().lost() || queued.clocks().ringUntil().isPresent()) {
            return;
        }
        int seconds = queue.get().serving().ringSeconds();
        List<PersonId> rung = agents.stream().map(Person::id).toList();
        turn.because(
                new OnQueue.Rings(
                        queue.get().id(),
                        queue.get().serving().strategy(),
                        rung,
                        waited(turn, queued)));
        turn.stage(next.with(next.clocks().ringing(Optional.of(turn.at().plusSeconds(seconds)))));
        agents.forEach(agent -> Attempt.ring(turn, agent, queue.get().name(), seconds));
    }

    private static int waited(Turn turn, Queued queued) {
        return (int) Duration.between(queued.place().since(), turn.at()).toSeconds();
    }

    /** An agent's phone was not answered, or could not ring. */
    static void notReached(Turn turn, Queued queued, Leg leg, EndReason told) {
        Attempt.giveUp(turn, leg, Attempt.outcome(leg, told));
        if (turn.liveCalled().isEmpty()) {
            turn.stage(queued.with(queued.clocks().ringing(Optional.empty())));
        }
    }

    static void key(Turn turn, Queued queued, char digit) {
        queueOf(turn, queued)
                .map(queue -> queue.waiting().keys().get(digit))
                .ifPresent(to -> {
                    turn.chosen();
                    leave(turn, queued, OnQueue.Why.KEY, Optional.of(to));
                });
    }

    static void timedOut(Turn turn, Queued queued) {
        Clocks clocks = queued.clocks();
        boolean over = !turn.at().isBefore(clocks.until());
        boolean rung = clocks.ringUntil().filter(until -> !turn.at().isBefore(until)).isPresent();
        if (rung || over) {
            turn.liveCalled().forEach(leg -> Attempt.giveUp(turn, leg, EndReason.NO_ANSWER));
            clocks = clocks.ringing(Optional.empty());
        }
        if (over) {
            leave(
                    turn,
                    queued,
                    OnQueue.Why.TOO_LONG,
                    queueOf(turn, queued).flatMap(one -> one.waiting().overflow().tooLong()));
            return;
        }
        if (!turn.at().isBefore(clocks.sayAt())) {
            clocks = clocks.asking(clocks.until());
            turn.effect(new CallEffect.AskQueue(turn.caller().id(), queued.place().queue()));
        }
        turn.stage(queued.with(clocks));
    }

    /** Out of the queue: to where the plan says, to its mailbox, or to the end. */
    private static void leave(
            Turn turn, Queued queued, OnQueue.Why why, Optional<Destination> destination) {
        turn.liveCalled().forEach(leg -> Attempt.giveUp(turn, leg, EndReason.CANCELLED));
        Optional<Queue> queue = queueOf(turn, queued);
        Optional<Destination> to =
                destination.or(() ->
                        queue.filter(Queue::voicemail)
                                .map(one -> new Destination.ToMailbox(MailboxId.of(one.id()))));
        turn.because(new OnQueue.Leaves(queued.place().queue(), why, waited(turn, queued), to));
        if (to.isPresent()) {
            Routing.go(turn, to.get(), queue.map(Queue::name).orElse(""));
        } else {
            Farewell.fail(turn, EndReason.NO_ANSWER);
        }
    }

    private static Optional<Queue> queueOf(Turn turn, Queued queued) {
        return turn.plan().queue(queued.place().queue());
    }

    /** Who waits, as whoever serves all queues sees it. */
    static Optional<QueueStay> stay(Call call) {
        if (!(call.path().stage() instanceof Queued queued)) {
            return Optional.empty();
        }
        return call.leg(call.path().lead())
                .map(lead ->
                        new QueueStay(
                                lead.id(),
                                lead.person(),
                                Sight.named(call.plan(), lead.who()),
                                queued.place(),
                                !lead.lost(),
                                queued.offer(),
                                call.path().called().stream()
                                        .flatMap(leg -> call.leg(leg).stream())
                                        .filter(leg -> !leg.over())
                                        .flatMap(leg -> leg.person().stream())
                                        .collect(Collectors.toSet())));
    }
}
