package org.sonnerie.pbx.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.OnQueue;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * For how long a call was with a queue or a ring group: from its coming there until it was led, put
 * through or handed on elsewhere.
 *
 * @param holder with which
 * @param from since when
 * @param to until when; that moment is not its own
 */
record Stretch(Holder holder, Instant from, Instant to) {
    /** What a call is with. */
    enum Kind {
        QUEUE,
        GROUP
    }

    /**
     * A queue or a ring group.
     *
     * @param kind which of them
     * @param id its id
     */
    record Holder(Kind kind, String id) {}

    /** In order of time. Pure. */
    static List<Stretch> of(LoggedCall call) {
        Watch watch = new Watch();
        List<Step> steps = Retelling.of(call);
        for (Step step : steps) {
            step.reasons().forEach(reason -> watch.take(reason, step.at()));
        }
        watch.pass(Optional.empty(), steps.getLast().at());
        return watch.over;
    }

    /** What a reason brings the call to. */
    private static Optional<Holder> comes(Reason reason) {
        if (reason instanceof OnQueue.Enters(var queue, int _)) {
            return Optional.of(new Holder(Kind.QUEUE, queue.text()));
        }
        if (reason instanceof Reason.RingsGroup(var group, int _, int _)) {
            return Optional.of(new Holder(Kind.GROUP, group.text()));
        }
        return reason instanceof Reason.RingsInTurn(var group, var _, var _)
                ? Optional.of(new Holder(Kind.GROUP, group.text()))
                : Optional.empty();
    }

    private static boolean leaves(Reason reason) {
        return reason instanceof OnQueue.Leaves
                || reason instanceof Reason.GroupLeadsOn
                || reason instanceof Reason.GroupNotReached
                || reason instanceof Reason.GroupEmpty
                || reason instanceof Reason.HandedOn
                || reason instanceof Reason.GoesBack
                || reason instanceof Reason.ParkedIn;
    }

    /**
     * A call in the retelling. Whom somebody asks while the caller waits has the call only then.
     */
    private static final class Watch {
        private final List<Stretch> over = new ArrayList<>();
        private Optional<Holder> holder = Optional.empty();
        private Instant since = Instant.MIN;
        private boolean asking;
        private Optional<Holder> asked = Optional.empty();

        void take(Reason reason, Instant at) {
            if (reason instanceof Reason.Asks) {
                asking(true);
            } else if (reason instanceof Reason.AskedOver
                    || reason instanceof Reason.BroughtTogether) {
                asking(false);
            } else if (reason instanceof Reason.PutThrough) {
                pass(asked, at);
                asking(false);
            } else {
                moves(reason, at);
            }
        }

        private void asking(boolean now) {
            asking = now;
            asked = Optional.empty();
        }

        private void moves(Reason reason, Instant at) {
            Optional<Holder> next = comes(reason);
            if (next.isEmpty() && !leaves(reason)) {
                return;
            }
            if (asking) {
                asked = next;
            } else {
                pass(next, at);
            }
        }

        void pass(Optional<Holder> next, Instant at) {
            if (!next.equals(holder)) {
                holder.ifPresent(one -> over.add(new Stretch(one, since, at)));
                holder = next;
                since = at;
            }
        }
    }
}
