package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Optional;

/**
 * Several people who are rung at once or one after another; the first to answer has the call.
 *
 * @param id names the group
 * @param name as shown to whoever is called through it
 * @param extension 2 to 6 digits
 * @param members who is rung
 * @param ringSeconds how long, all in all
 * @param ringing in which order
 * @param otherwise where a call goes that nobody took; empty: it ends
 * @param voicemail true: who reaches nobody can leave a message for all of them
 */
public record RingGroup(
        GroupId id,
        String name,
        String extension,
        List<PersonId> members,
        int ringSeconds,
        Ringing ringing,
        Optional<Destination> otherwise,
        boolean voicemail) {
    /** Copies the list. */
    public RingGroup {
        members = List.copyOf(members);
    }

    /**
     * A group without a mailbox whose members are rung at once.
     *
     * @param id names the group
     * @param name as shown
     * @param extension 2 to 6 digits
     * @param members who is rung
     * @param ringSeconds how long
     */
    public RingGroup(
            GroupId id, String name, String extension, List<PersonId> members, int ringSeconds) {
        this(id, name, extension, members, ringSeconds, Ringing.ALL, Optional.empty(), false);
    }

    /**
     * The same group with a mailbox.
     *
     * @return who reaches nobody can leave a message
     */
    public RingGroup withVoicemail() {
        return new RingGroup(id, name, extension, members, ringSeconds, ringing, otherwise, true);
    }
}
