package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanVersion;

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
     * Whether what a new call does could be written somewhere.
     *
     * @return false: neither the database nor the journal takes it now
     */
    boolean takesNewCalls();

    /**
     * The calls whose log does not say that they ended.
     *
     * @return those that can be read, and those that cannot
     */
    Unfinished unfinished();

    /**
     * Closes a call that cannot be taken up, so that no later start tries again. Its events stay.
     *
     * @param call the id as it stands in the log
     * @param at when
     * @param why what is wrong with it
     * @throws EventLogUnavailable if that cannot be written
     */
    void setAside(String call, Instant at, SetAside why);

    /**
     * The calls without an end.
     *
     * @param readable the whole log of each in order, in the order the calls began
     * @param unreadable the id of each call of which an event cannot be read, and why not
     */
    record Unfinished(List<List<LoggedEvent>> readable, Map<String, Exception> unreadable) {}

    /** Why a call was set aside; stands in {@code call_log.set_aside}. */
    enum SetAside {
        /** One of its events cannot be read. */
        UNREADABLE,
        /** Its events are read, but make no call. */
        NOT_REPLAYABLE,
        /** The version of the company's plan it began with is not kept any more. */
        PLAN_GONE
    }

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
            PlanVersion planVersion,
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
