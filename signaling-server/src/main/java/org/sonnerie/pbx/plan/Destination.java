package org.sonnerie.pbx.plan;

/** Where a call can go. */
public sealed interface Destination {
    /**
     * One person's phone.
     *
     * @param person who
     */
    record ToPerson(PersonId person) implements Destination {}

    /**
     * Several people at once.
     *
     * @param group which group
     */
    record ToGroup(GroupId group) implements Destination {}

    /**
     * A queue, in which the caller waits for an agent.
     *
     * @param queue which queue
     * @param priority 0 to 9: who has a higher one is served first
     */
    record ToQueue(QueueId queue, int priority) implements Destination {
        /** The highest there is. */
        public static final int HIGHEST = 9;

        /** Refuses a priority that is none. */
        public ToQueue {
            if (priority < 0 || priority > HIGHEST) {
                throw new IllegalArgumentException("a priority is 0 to " + HIGHEST);
            }
        }

        /**
         * As everybody comes.
         *
         * @param queue which queue
         */
        public ToQueue(QueueId queue) {
            this(queue, 0);
        }
    }

    /**
     * A menu that answers and takes keys.
     *
     * @param menu which menu
     */
    record ToMenu(MenuId menu) implements Destination {}

    /**
     * A conference room.
     *
     * @param room which room
     */
    record ToRoom(RoomId room) implements Destination {}

    /**
     * Led on by opening hours.
     *
     * @param route which route
     */
    record ToRoute(RouteId route) implements Destination {}

    /**
     * Something is said, then the call goes on.
     *
     * @param announcement which announcement
     */
    record ToAnnouncement(AnnouncementId announcement) implements Destination {}

    /** The call ends in good order. */
    record ToHangUp() implements Destination {}

    /**
     * The phone network.
     *
     * @param number E.164 with "+", or a short or emergency number as dialled
     * @param emergency true: no rule may stop it
     */
    record ToOutside(String number, boolean emergency) implements Destination {}

    /** The echo test. */
    record ToEcho() implements Destination {}

    /** Hold music, to be listened to. */
    record ToMusic() implements Destination {}

    /**
     * Nowhere: the call is refused with a reason.
     *
     * @param why the kind of refusal
     */
    record ToNowhere(Refusal why) implements Destination {}

    /**
     * A mailbox, in which the caller leaves a message.
     *
     * @param box which
     */
    record ToMailbox(MailboxId box) implements Destination {}

    /** The caller's own mailbox, whose messages he hears. */
    record ToOwnMailbox() implements Destination {}

    /**
     * The mailbox of whoever has an extension, whose messages the caller hears if he may: his own,
     * those of his groups and of the queues he serves.
     *
     * @param extension whose
     */
    record ToMailboxOf(String extension) implements Destination {}

    /** A mailbox of whoever knows its extension and its PIN, from anywhere. */
    record ToVoicemailAccess() implements Destination {}

    /** The names of people: the caller types the first letters of one, or hears them all. */
    record ToDirectory() implements Destination {}

    /** Wherever a slot is free: where a person parks his call. */
    record ToPark() implements Destination {}

    /**
     * The call that waits in a slot.
     *
     * @param slot its number
     */
    record ToSlot(String slot) implements Destination {}

    /**
     * A call that rings for somebody else.
     *
     * @param extension whose; empty: anybody's of the groups one is in
     */
    record ToPickup(String extension) implements Destination {}

    /** Why a number leads nowhere. */
    enum Refusal {
        /** Nobody and nothing has this number. */
        UNKNOWN_NUMBER,
        /** The company has not opened this kind of call (for example international). */
        NOT_OPEN,
        /** What was dialled is no number. */
        NOT_A_NUMBER,
        /** The company has as many calls as the provider lets it have. */
        COMPANY_FULL,
        /** The provider has suspended the company. */
        SUSPENDED;

        /** Whether it is about the company, wherever the number leads. */
        public boolean ofCompany() {
            return this == COMPANY_FULL || this == SUSPENDED;
        }
    }
}
