package org.sonnerie.pbx.voicemail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;

/** What voicemail makes of a plan. */
public final class VoicemailSight {
    private VoicemailSight() {}

    /** Who is written to of a message, and in which language. */
    public static List<String> mailed(CompanyPlan plan, MailboxId box) {
        return Recipient.of(plan, box).stream()
                .map(to -> to.address() + " in " + to.language())
                .toList();
    }

    public static Optional<Instant> oldest(CompanyPlan plan, Instant now) {
        return OldMessages.oldest(plan, now);
    }
}
