package org.sonnerie.pbx.runtime;

import java.util.List;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;

/** The log of all calls' events: the truth about each call. Thread safe. */
public interface EventLog {
    /**
     * Writes an event; returns when a killed process cannot lose it any more. Writing the same
     * event again changes nothing.
     *
     * @param event what happened, with its place in its call's log
     * @throws EventLogUnavailable if it could be written nowhere
     */
    void append(LoggedEvent event);

    /**
     * The calls whose log does not say that they ended, each with its whole log in order.
     *
     * @return one list for each call, in the order the calls began
     */
    List<List<LoggedEvent>> unfinished();

    /**
     * One event in its place.
     *
     * @param company whose call
     * @param call which call
     * @param planVersion the version of the company's plan the call began with
     * @param sequence 1 for the first event of the call, then 2, 3 …
     * @param event what happened
     * @param last the call is over with it
     */
    record LoggedEvent(
            CompanyId company,
            CallId call,
            long planVersion,
            long sequence,
            CallEvent event,
            boolean last) {}

    /** The event could be written neither to the database nor to the journal. */
    final class EventLogUnavailable extends RuntimeException {
        /**
         * Says why.
         *
         * @param cause the last failure
         */
        public EventLogUnavailable(Throwable cause) {
            super("the event log cannot be written", cause);
        }
    }
}
