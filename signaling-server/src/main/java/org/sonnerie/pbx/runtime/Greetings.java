package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * The greetings of mailboxes, people's recorded names, and what a caller must know before he leaves
 * a message. Thread safe.
 */
public interface Greetings {
    /**
     * How a mailbox stands. May wait for the database.
     *
     * @param company whose
     * @param box which
     * @return its greetings, and whether it takes messages
     */
    MailboxFacts facts(CompanyId company, MailboxId box);

    /**
     * Prepares for a greeting. May wait for the disk. Nobody hears it before {@link #keep}.
     *
     * @param company whose
     * @param greeting its name
     * @return the file its sound is to be written to; it does not exist yet
     */
    Path begin(CompanyId company, MessageId greeting);

    /**
     * Who has recorded his name. May wait for the database.
     *
     * @param company whose
     * @param people who is asked for
     * @return those of them who have
     */
    List<NamesTold.Name> names(CompanyId company, List<PersonId> people);

    /**
     * What was recorded, or was to be, is not used: its file goes. Returns at once.
     *
     * @param company whose
     * @param greeting its name
     */
    void discard(CompanyId company, MessageId greeting);

    /**
     * What was recorded is used from now on. Returns at once.
     *
     * @param company whose
     * @param box which mailbox's
     * @param kind in place of which
     * @param greeting the new one
     */
    void keep(CompanyId company, MailboxId box, GreetingKind kind, MessageId greeting);

    /**
     * A mailbox has no such greeting of its own any more. Returns at once.
     *
     * @param company whose
     * @param box which
     * @param kind which greeting
     */
    void remove(CompanyId company, MailboxId box, GreetingKind kind);

    /**
     * An absence begins, or is over. Returns at once.
     *
     * @param company whose
     * @param box which mailbox's
     * @param until its last day; empty: it is over
     */
    void away(CompanyId company, MailboxId box, Optional<LocalDate> until);
}
