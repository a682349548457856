package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;

/**
 * A message in a mailbox.
 *
 * @param facts what was known before it was recorded
 * @param length how long it is
 * @param cutShort the server was stopped while it was being left
 * @param urgent its caller says so
 * @param heard somebody has heard it
 */
record Message(NewMessage facts, Duration length, boolean cutShort, boolean urgent, boolean heard) {
    /** A new one. */
    Message(NewMessage facts, Duration length, boolean cutShort) {
        this(facts, length, cutShort, false, false);
    }
}
