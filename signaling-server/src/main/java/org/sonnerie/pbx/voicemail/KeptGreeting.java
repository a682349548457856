package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.time.Instant;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MessageId;

/**
 * A greeting that a mailbox has itself.
 *
 * @param kind which
 * @param sound names its file
 * @param length how long it is
 * @param recorded when
 */
record KeptGreeting(GreetingKind kind, MessageId sound, Duration length, Instant recorded) {}
