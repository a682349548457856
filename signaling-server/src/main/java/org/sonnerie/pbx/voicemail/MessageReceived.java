package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.time.Instant;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;

/**
 * A message is kept, and whoever left it cannot take it back any more. Told at least once.
 *
 * @param company whose
 * @param id names the message
 * @param box in which mailbox
 * @param caller who left it
 * @param began when
 * @param length of its sound
 * @param urgent its caller says so
 */
public record MessageReceived(
        CompanyId company,
        String id,
        MailboxId box,
        Named caller,
        Instant began,
        Duration length,
        boolean urgent) {
    static MessageReceived of(Message message) {
        return new MessageReceived(
                message.facts().company(),
                message.facts().id().text(),
                message.facts().box(),
                message.facts().caller(),
                message.facts().began(),
                message.length(),
                message.urgent());
    }
}
