package org.sonnerie.pbx.signaling;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.voicemail.MailboxChanged;
import org.sonnerie.pbx.voicemail.OwnMailboxes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/** Tells pages how many messages wait. Thread safe. */
final class VoicemailNews {
    private static final Logger LOG = LoggerFactory.getLogger(VoicemailNews.class);

    private final Switchboard switchboard;
    private final ObjectProvider<OwnMailboxes> mailboxes;
    private final Executor executor;

    VoicemailNews(
            Switchboard switchboard, ObjectProvider<OwnMailboxes> mailboxes, Executor executor) {
        this.switchboard = switchboard;
        this.mailboxes = mailboxes;
        this.executor = executor;
    }

    @EventListener
    void onChange(MailboxChanged change) {
        mailboxes
                .getObject()
                .owners(change.company(), change.box())
                .forEach(person -> tell(change.company(), person));
    }

    /** Later: the database may take its time. */
    void tell(CompanyId company, PersonId person) {
        executor.execute(() -> {
            try {
                switchboard.tellUnheard(person, mailboxes.getObject().unheard(company, person));
            } catch (DataAccessException away) {
                LOG.warn("pages are not told of voicemail: {}", away.getClass().getSimpleName());
            }
        });
    }
}
