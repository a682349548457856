package org.sonnerie.pbx.room;

/** What somebody in a room can want of it. */
public sealed interface RoomWish {
    /**
     * Not to be heard oneself; anybody's.
     *
     * @param muted false: to be heard again
     */
    record MuteMyself(boolean muted) implements RoomWish {}

    /** What only a moderator can want. */
    sealed interface OfModerator extends RoomWish {}

    /**
     * That one is not heard; he cannot change that himself.
     *
     * @param member whom
     * @param muted false: that he is heard again
     */
    record Mute(String member, boolean muted) implements OfModerator {}

    /**
     * That nobody present but moderators is heard.
     *
     * @param muted false: that all are heard again
     */
    record MuteAll(boolean muted) implements OfModerator {}

    /**
     * That one leaves.
     *
     * @param member whom
     */
    record Remove(String member) implements OfModerator {}

    /**
     * That one who waits comes in.
     *
     * @param member whom
     */
    record Admit(String member) implements OfModerator {}

    /**
     * That whoever comes now has to wait.
     *
     * @param locked false: that all come in again
     */
    record Lock(boolean locked) implements OfModerator {}

    /**
     * That only moderators are heard, whoever comes.
     *
     * @param on false: that all are heard again
     */
    record ListenOnly(boolean on) implements OfModerator {}

    /**
     * That what is said is recorded.
     *
     * @param on false: no longer
     */
    record Recorded(boolean on) implements OfModerator {}

    /** That it is over for all. */
    record End() implements OfModerator {}
}
