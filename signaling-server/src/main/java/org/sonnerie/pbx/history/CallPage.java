package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;

/**
 * A part of a list of records.
 *
 * @param calls the newest first, without their legs
 * @param next the call after which the next part begins; empty: there is none
 */
public record CallPage(List<CallRecord> calls, Optional<CallId> next) {
    /** Copies the list. */
    public CallPage {
        calls = List.copyOf(calls);
    }
}
