package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;

/** The mailboxes as the runtime sees them. Thread safe. */
public interface Mailboxes {
    /**
     * Prepares for a message: whatever is recorded from now on is found again, even if nobody says
     * that it is over. May wait for the disk.
     *
     * @param message what is known of it
     * @return the file its sound is to be written to; it does not exist yet
     */
    Path begin(NewMessage message);

    /**
     * A message's file is complete. Returns at once.
     *
     * @param message which
     * @param length how long it is; zero: there is nothing to keep
     */
    void recorded(MessageId message, Duration length);

    /**
     * Its caller is gone: he cannot throw it away or call it urgent any more, though it may still
     * be on its way to the disk. Returns at once.
     *
     * @param message which
     */
    void callerGone(MessageId message);

    /**
     * Its caller says that it is urgent. Returns at once.
     *
     * @param message which
     */
    void urgent(MessageId message);

    /**
     * Somebody has heard it. Returns at once.
     *
     * @param message which
     */
    void heard(MessageId message);

    /**
     * Nobody wants it. Returns at once.
     *
     * @param message which
     */
    void drop(MessageId message);

    /**
     * Somebody wants it after all. Returns at once.
     *
     * @param message which
     */
    void restore(MessageId message);

    /**
     * A copy goes to another mailbox. Returns at once.
     *
     * @param company whose
     * @param message which
     * @param box where to
     */
    void forward(CompanyId company, MessageId message, MailboxId box);

    /**
     * What waits in a mailbox. May wait for the database.
     *
     * @param company whose
     * @param box which
     * @return new ones first, the oldest of each kind first
     */
    List<Kept> waiting(CompanyId company, MailboxId box);

    /**
     * The sound of a message.
     *
     * @param company whose
     * @param message which
     * @return a file that may not exist any more
     */
    Path file(CompanyId company, MessageId message);

    /**
     * What is known of a message before it is recorded.
     *
     * @param id names it
     * @param company whose
     * @param box in which mailbox
     * @param caller who leaves it
     * @param began when
     */
    record NewMessage(
            MessageId id, CompanyId company, MailboxId box, Named caller, Instant began) {}

    /**
     * A message that waits.
     *
     * @param id which
     * @param heard it has been heard
     * @param caller who left it
     * @param left when
     */
    record Kept(MessageId id, boolean heard, Named caller, Instant left) {}
}
