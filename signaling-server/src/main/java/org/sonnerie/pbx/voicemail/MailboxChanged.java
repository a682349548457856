package org.sonnerie.pbx.voicemail;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;

/**
 * Something in a mailbox is different, and in the database.
 *
 * @param company whose
 * @param box which
 */
public record MailboxChanged(CompanyId company, MailboxId box) {}
