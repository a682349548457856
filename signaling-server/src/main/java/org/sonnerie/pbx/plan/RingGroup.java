package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * Several people who are rung at once; the first to answer has the call.
 *
 * @param id names the group
 * @param name as shown to whoever is called through it
 * @param extension 2 to 6 digits
 * @param members who is rung
 * @param ringSeconds how long
 * @param voicemail true: who reaches nobody can leave a message for all of them
 */
public record RingGroup(
        GroupId id,
        String name,
        String extension,
        List<PersonId> members,
        int ringSeconds,
        boolean voicemail) {
    /** Copies the list. */
    public RingGroup {
        members = List.copyOf(members);
    }

    /**
     * A group without a mailbox.
     *
     * @param id names the group
     * @param name as shown
     * @param extension 2 to 6 digits
     * @param members who is rung
     * @param ringSeconds how long
     */
    public RingGroup(
            GroupId id, String name, String extension, List<PersonId> members, int ringSeconds) {
        this(id, name, extension, members, ringSeconds, false);
    }
}
