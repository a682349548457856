package org.sonnerie.pbx.reports;

import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.history.CallRecord;

/** What became of a call, as the plots show it. */
enum Fate {
    /** Somebody answered, or a room let the caller in. */
    ANSWERED,
    /** Nobody answered; the caller was not led to a mailbox. */
    MISSED,
    /** Nobody answered; the caller was led to a mailbox. */
    TO_VOICEMAIL;

    private static final Set<String> MAILBOXES = Set.of("mailbox", "own-mailbox", "mailbox-of");

    /** What nobody is meant to answer. */
    private static final Set<String> SERVICES = Set.of("voicemail-access", "echo", "music");

    /** Empty: a service of the house was called, which is not counted. */
    static Optional<Fate> of(CallRecord call) {
        String led = call.way().ledTo().kind();
        if (call.outcome().answered().isPresent()) {
            return Optional.of(ANSWERED);
        }
        if (SERVICES.contains(led)) {
            return Optional.empty();
        }
        return Optional.of(MAILBOXES.contains(led) ? TO_VOICEMAIL : MISSED);
    }
}
