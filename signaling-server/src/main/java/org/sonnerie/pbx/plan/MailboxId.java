package org.sonnerie.pbx.plan;

/**
 * A mailbox: each person and each group may have one.
 *
 * @param owner whose kind it is of
 * @param id the person's or group's
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
        GROUP
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

    @Override
    public String toString() {
        return (owner == Owner.PERSON ? "mailbox:" : "group-mailbox:") + id;
    }
}
