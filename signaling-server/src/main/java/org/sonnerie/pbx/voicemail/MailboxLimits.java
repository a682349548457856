package org.sonnerie.pbx.voicemail;

import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.VoicemailRules;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.stereotype.Component;

/**
 * How much mailboxes hold. What was deleted does not count, though it can be taken back for a week:
 * whoever deletes has room at once. Thread safe.
 */
@Component
class MailboxLimits {
    private final MessageRows rows;
    private final Plans plans;
    private final Storage storage;

    MailboxLimits(MessageRows rows, Plans plans, Storage storage) {
        this.rows = rows;
        this.plans = plans;
        this.storage = storage;
    }

    /** Whether callers can leave no message there. */
    boolean full(CompanyId company, MailboxId box) {
        VoicemailRules rules = plans.current(company).facts().voicemail();
        return rules.full(rows.count(company, box), rows.bytes(company)) || storage.full(company);
    }
}
