package org.sonnerie.pbx.plan;

/**
 * A mailbox: each person, each group and each queue may have one.
 *
 * @param owner whose kind it is of
 * @param id the person's, group's or queue's
 */
public record MailboxId(Owner owner, String id) {
    /** Refuses what cannot stand in a log line or a JSON document as it is. */
    public MailboxId {
        Ids.check(id);
    }

    /** Who can have one. */
    public enum Owner {
        /** A person. */
        PERSON,
        /** All members of a ring group together. */
        GROUP,
        /** All agents of a queue together. */
        QUEUE
    }

    /**
     * A person's.
     *
     * @param person whose
     * @return his mailbox
     */
    public static MailboxId of(PersonId person) {
        return new MailboxId(Owner.PERSON, person.text());
    }

    /**
     * A group's.
     *
     * @param group whose
     * @return its mailbox
     */
    public static MailboxId of(GroupId group) {
        return new MailboxId(Owner.GROUP, group.text());
    }

    /**
     * A queue's.
     *
     * @param queue whose
     * @return its mailbox
     */
    public static MailboxId of(QueueId queue) {
        return new MailboxId(Owner.QUEUE, queue.text());
    }

    @Override
    public String toString() {
        String kind =
                switch (owner) {
                    case PERSON -> "mailbox:";
                    case GROUP -> "group-mailbox:";
                    case QUEUE -> "queue-mailbox:";
                };
        return kind + id;
    }
}
