package org.sonnerie.pbx.voicemail;

import java.time.Instant;
import java.util.List;

/** The mails that are to be sent, and what became of them. Thread safe. */
interface Outbox {
    /** Those to be tried now, the longest due first. */
    List<Letter> due(Instant now);

    void sent(Letter letter, Instant now);

    /** It is tried again. */
    void again(Letter letter, Instant due);

    /** It is not tried any more. */
    void over(Letter letter, Instant now);
}
