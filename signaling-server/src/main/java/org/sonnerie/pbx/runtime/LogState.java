package org.sonnerie.pbx.runtime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where call events can be kept at the moment; says it in the log when that changes. Thread safe.
 */
final class LogState {
    private static final Logger LOG = LoggerFactory.getLogger(LogState.class);

    private Place place = Place.DATABASE;
    private String reason = "";

    /** Where an event goes. */
    enum Place {
        /** Into the database, as it should be. */
        DATABASE,
        /** Into the journal: the database does not take it. */
        JOURNAL,
        /** Nowhere but into memory: the journal does not take it either. */
        NOWHERE
    }

    synchronized Place place() {
        return place;
    }

    /** Why it is not the database; empty if it is. */
    synchronized String reason() {
        return reason;
    }

    boolean is(Place wanted) {
        return place() == wanted;
    }

    /**
     * Notes how it is now.
     *
     * @param now where events go
     * @param why it is not the database
     */
    synchronized void become(Place now, String why) {
        if (now == place) {
            return;
        }
        place = now;
        reason = why;
        switch (now) {
            case DATABASE -> LOG.warn("the database takes call events again");
            case JOURNAL -> LOG.warn("call events go to the journal: {}", why);
            case NOWHERE ->
                    LOG.error(
                            "no new calls, running ones go on without their log: neither the"
                                    + " database nor the journal takes call events: {}",
                            why);
        }
    }
}
