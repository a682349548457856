package org.sonnerie.pbx.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.OnQueue;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * One wait in a queue.
 *
 * @param queue in which
 * @param end how it ended
 * @param waited from coming in to that end
 * @param talked from an agent's answer to the end of the call, or to the next wait; zero: nobody
 *     answered
 */
public record QueueVisit(QueueId queue, End end, Duration waited, Duration talked) {
    /** How a wait ends. */
    public enum End {
        /** An agent took the call. */
        ANSWERED,
        /** The caller hung up. */
        ABANDONED,
        /** The queue led elsewhere: full, too long, nobody there, a key. */
        LED_ON
    }

    private record Open(QueueId queue, Step from) {
        QueueVisit closed(End end, Step to) {
            return new QueueVisit(queue, end, Duration.between(from.at(), to.at()), Duration.ZERO);
        }
    }

    /** In order of time. Pure. */
    static List<QueueVisit> of(LoggedCall call) {
        List<QueueVisit> visits = new ArrayList<>();
        List<Step> closedBy = new ArrayList<>();
        List<Step> steps = Retelling.of(call);
        Optional<Open> open = Optional.empty();
        for (Step step : steps) {
            for (Reason reason : step.reasons()) {
                if (reason instanceof OnQueue.Leaves && open.isPresent()) {
                    visits.add(open.get().closed(End.LED_ON, step));
                    closedBy.add(step);
                    open = Optional.empty();
                } else if (reason instanceof OnQueue.Enters(QueueId queue, int _)) {
                    endTalk(visits, closedBy, step);
                    open = Optional.of(new Open(queue, step));
                }
            }
            if (open.isPresent() && step.call().queued().isEmpty()) {
                End end = step.call().ended() ? End.ABANDONED : End.ANSWERED;
                visits.add(open.get().closed(end, step));
                closedBy.add(step);
                open = Optional.empty();
            }
        }
        endTalk(visits, closedBy, steps.getLast());
        return visits;
    }

    /** Whoever was answered has talked until now. */
    private static void endTalk(List<QueueVisit> visits, List<Step> closedBy, Step now) {
        if (!visits.isEmpty() && visits.getLast().talked().isZero()) {
            QueueVisit last = visits.removeLast();
            Duration since = Duration.between(closedBy.getLast().at(), now.at());
            Duration talked = last.end() == End.ANSWERED ? since : Duration.ZERO;
            visits.add(new QueueVisit(last.queue(), last.end(), last.waited(), talked));
        }
    }
}
