package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.RoomId;

/** What is going on on a path. Its lead is the caller; all others are those it was given. */
sealed interface Stage
        permits Stage.Alone,
                Stage.Calling,
                Stage.Queued,
                Stage.Talking,
                Stage.Leaving,
                Stage.Parked,
                Stage.Together,
                Stage.Inviting,
                Stage.Originating,
                Stage.Conferring,
                Stage.Listening,
                Stage.Closing,
                Stage.Over {
    /**
     * When the stage must go on by itself.
     *
     * @return empty: it may last for ever
     */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /**
     * Whether the caller is alone with a prompt: while his page is away, the stage's clock stops.
     *
     * @return true: nothing happens without him
     */
    default boolean alone() {
        return false;
    }

    /**
     * Whether phones are, or can be, rung for the caller.
     *
     * @return true: whoever answers has the call
     */
    default boolean rings() {
        return false;
    }

    /** The caller is alone with a prompt, for so long. */
    sealed interface Alone extends Stage
            permits Announcing, Choosing, Entering, Introducing, MailboxStage, DirectoryStage {
        /**
         * When it goes on by itself.
         *
         * @return the end of patience
         */
        Instant until();

        @Override
        default Optional<Instant> due() {
            return Optional.of(until());
        }

        @Override
        default boolean alone() {
            return true;
        }
    }

    /**
     * Others are being called for the caller.
     *
     * @param whom the person, the group or the number
     * @param until when it is given up
     * @param ringBackAtOnce the caller hears ring-back before anything rings: he has been answered
     * @param outcomes why those ended that are not called any more
     * @param hunt present where they are called one after another
     * @param other present where a person's phone outside rings, or will, beside his own
     */
    record Calling(
            Destination whom,
            Instant until,
            boolean ringBackAtOnce,
            List<EndReason> outcomes,
            Optional<Hunt> hunt,
            Optional<OtherPhone> other)
            implements Stage {
        /** Copies the list. */
        public Calling {
            outcomes = List.copyOf(outcomes);
        }

        /** All at once. */
        Calling(Destination whom, Instant until, boolean ringBackAtOnce) {
            this(whom, until, ringBackAtOnce, List.of(), Optional.empty(), Optional.empty());
        }

        /** The same; ring-back at once, for one who has been talking. */
        Calling withRingBack() {
            return new Calling(whom, until, true, outcomes, hunt, other);
        }

        /** The same; another is not called any more. */
        Calling plus(EndReason outcome) {
            List<EndReason> more = new ArrayList<>(outcomes);
            more.add(outcome);
            return new Calling(whom, until, ringBackAtOnce, more, hunt, other);
        }

        /** The same; so it goes on. */
        Calling hunting(Hunt next) {
            return new Calling(whom, until, ringBackAtOnce, outcomes, Optional.of(next), other);
        }

        /** The same with such another phone. */
        Calling following(Optional<OtherPhone> phone) {
            return new Calling(whom, until, ringBackAtOnce, outcomes, hunt, phone);
        }

        /** The same, for so long at least. */
        Calling atLeastUntil(Instant end) {
            Instant later = end.isAfter(until) ? end : until;
            return new Calling(whom, later, ringBackAtOnce, outcomes, hunt, other);
        }

        @Override
        public boolean rings() {
            return true;
        }

        @Override
        public Optional<Instant> due() {
            return Stream.of(Optional.of(until), hunt.map(Hunt::due), other.map(OtherPhone::due))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
        }
    }

    /**
     * The caller waits for an agent.
     *
     * @param place where he stands
     * @param offer the last offer that he was made, 0: none
     * @param saying what he is told; empty: he hears music
     * @param clocks what he waits for
     */
    record Queued(QueuePlace place, int offer, Optional<Hears.Programme> saying, Clocks clocks)
            implements Stage {
        Queued with(Clocks other) {
            return new Queued(place, offer, saying, other);
        }

        Queued saying(Optional<Hears.Programme> words) {
            return new Queued(place, offer, words, clocks);
        }

        Queued offered(int number) {
            return new Queued(place, number, saying, clocks);
        }

        @Override
        public boolean rings() {
            return true;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(clocks.due());
        }
    }

    /**
     * The caller talks to another leg.
     *
     * @param with the other leg
     */
    record Talking(LegId with) implements Stage {}

    /**
     * The caller hears an announcement.
     *
     * @param announcement which
     * @param hears what is being said
     * @param until when it goes on, even if the end of it is not told
     */
    record Announcing(AnnouncementId announcement, Hears.Programme hears, Instant until)
            implements Alone {}

    /**
     * The caller is in a menu.
     *
     * @param menu which
     * @param attempt how often it has greeted
     * @param typed keys that could become an extension
     * @param hears what is being said; empty: it waits for keys
     * @param until when it goes on without a key
     */
    record Choosing(
            MenuId menu, int attempt, String typed, Optional<Hears.Programme> hears, Instant until)
            implements Alone {}

    /**
     * The caller stands at the door of a room.
     *
     * @param room which
     * @param refusals how often a PIN was refused
     * @param accepted present: the PIN was right, the welcome is being said
     * @param hears what is being said
     * @param until when it goes on by itself
     */
    record Entering(
            RoomId room,
            int refusals,
            Optional<SecretRole> accepted,
            Hears.Programme hears,
            Instant until)
            implements Alone {}

    /**
     * The caller leaves a message.
     *
     * @param box in which mailbox
     * @param step how far it is
     * @param recordings how many he has begun
     * @param hears what is being said
     * @param until when it goes on by itself
     */
    record Leaving(
            MailboxId box,
            Step step,
            int recordings,
            Optional<Hears.Programme> hears,
            Instant until)
            implements Stage {
        /** How far it is. */
        enum Step {
            /** It is asked how the mailbox stands. */
            ASKING,
            /** He is greeted; then comes the tone. */
            GREETING,
            /** He speaks. */
            RECORDING,
            /** The relay closes the file. */
            ENDING,
            /** He may hear it, do it again, keep it. */
            REVIEW
        }

        /** A step of which nothing is heard yet. */
        Leaving(MailboxId box, Step step, int recordings) {
            this(box, step, recordings, Optional.empty(), Instant.MIN);
        }

        Leaving hearing(Optional<Hears.Programme> said, Instant end) {
            return new Leaving(box, step, recordings, said, end);
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }

        /** What is being recorded goes on without him. */
        @Override
        public boolean alone() {
            return step != Step.RECORDING && step != Step.ENDING;
        }
    }

    /**
     * The led party waits in a slot, with music, until somebody takes it.
     *
     * @param slot the number that retrieves it
     * @param by who parked it
     * @param until when it goes back to him
     */
    record Parked(String slot, LegId by, Instant until) implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /** More than two talk, all with all. */
    record Together() implements Stage {}

    /**
     * Somebody is being called into a room: the only leg there is.
     *
     * @param room which
     * @param until when it is given up
     */
    record Inviting(RoomId room, Instant until) implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /**
     * The phone of a person for whom a program asked for a call: the only leg there is.
     *
     * @param until when it is given up
     */
    record Originating(Instant until) implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /**
     * The caller is in a room, or waits to be let in.
     *
     * @param room which
     * @param role by which PIN he came
     * @param standing whether he is in
     * @param silence why he is not heard
     * @param star he has pressed a star: the next key asks something of the room
     * @param name in his own voice; empty: he has none, or the room announces none
     */
    record Conferring(
            RoomId room,
            SecretRole role,
            Standing standing,
            Silence silence,
            boolean star,
            Optional<MessageId> name)
            implements Stage {
        static Conferring coming(RoomId room, SecretRole role, Optional<MessageId> name) {
            return new Conferring(room, role, Standing.COMING, Silence.NONE, false, name);
        }

        Conferring at(Standing next) {
            return new Conferring(room, role, next, silence, star, name);
        }

        Conferring silenced(Silence next) {
            return new Conferring(room, role, standing, next, star, name);
        }

        Conferring star(boolean pressed) {
            return new Conferring(room, role, standing, silence, pressed, name);
        }
    }

    /**
     * The caller listens to the echo test or to music.
     *
     * @param hears what he hears now
     */
    record Listening(Hears hears) implements Stage {}

    /**
     * The caller hears why it ends; then it ends.
     *
     * @param reason why
     * @param hears what tells him
     * @param until the end of it
     * @param shownOver true: the call never came to be, and his page says so already
     */
    record Closing(EndReason reason, Hears.Programme hears, Instant until, boolean shownOver)
            implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /**
     * Nothing more.
     *
     * @param reason why it ended
     */
    record Over(EndReason reason) implements Stage {}
}
