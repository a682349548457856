package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.MailboxId;

/**
 * He sees to the greetings of a mailbox.
 *
 * @param box of which mailbox
 * @param step how far it is
 * @param kind which greeting it is about
 * @param greeting what is, or was, recorded; empty: nothing yet
 * @param typed of a date
 * @param hears what is being said
 * @param until when it goes on by itself
 */
record Tending(
        MailboxId box,
        Step step,
        GreetingKind kind,
        Optional<MessageId> greeting,
        String typed,
        Hears hears,
        Instant until)
        implements MailboxStage {
    /** How far it is. */
    enum Step {
        /** He chooses. */
        OPTIONS,
        /** He is told to speak; then comes the tone. */
        TONE,
        /** He speaks. */
        RECORDING,
        /** The relay closes the file. */
        ENDING,
        /** He may hear it, do it again, keep it. */
        REVIEW,
        /** He types the last day of an absence. */
        DATE
    }

    /** A step of which nothing is heard yet. */
    Tending(MailboxId box, Step step, GreetingKind kind, Optional<MessageId> greeting) {
        this(box, step, kind, greeting, "", new Hears.Nothing(), Instant.MIN);
    }

    Tending hearing(Hears said, Instant end) {
        return new Tending(box, step, kind, greeting, typed, said, end);
    }

    /** The same in silence; the next step. */
    Tending at(Step next, Instant end) {
        return new Tending(box, next, kind, greeting, "", new Hears.Nothing(), end);
    }

    Tending typed(String digits, Instant end) {
        return new Tending(box, step, kind, greeting, digits, new Hears.Nothing(), end);
    }

    boolean records() {
        return step == Step.RECORDING || step == Step.ENDING;
    }
}
