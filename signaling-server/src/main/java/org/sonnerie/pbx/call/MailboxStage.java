package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.MailboxId;

/** The caller is in a mailbox that is his to open, or at its door. */
sealed interface MailboxStage extends Stage.Alone
        permits MailboxStage.Identifying, MailboxStage.Hearing, Tending {
    /**
     * What he hears.
     *
     * @return now
     */
    Hears hears();

    /**
     * He says whose mailbox it is and shows by a PIN that it is his.
     *
     * @param extension whose; empty: it is being asked for
     * @param typed of the extension
     * @param refusals how often he was wrong
     * @param hears what is being said
     * @param until when it goes on by itself
     */
    record Identifying(
            Optional<String> extension, String typed, int refusals, Hears hears, Instant until)
            implements MailboxStage {}

    /**
     * He hears the messages.
     *
     * @param box of which mailbox
     * @param messages in the order in which they are played
     * @param current the one being played; -1: the list is waited for; behind the last: good-bye
     * @param dropped what was deleted last and can be taken back
     * @param forwardTo the extension being typed that this message shall go to; empty: none
     * @param hears what is being said
     * @param until when it ends without a key
     */
    record Hearing(
            MailboxId box,
            List<WaitingMessage> messages,
            int current,
            Optional<MessageId> dropped,
            Optional<String> forwardTo,
            Hears hears,
            Instant until)
            implements MailboxStage {
        /** Copies the list. */
        public Hearing {
            messages = List.copyOf(messages);
        }

        Hearing at(int place) {
            return new Hearing(box, messages, place, dropped, forwardTo, hears, until);
        }

        Hearing dropped(Optional<MessageId> message) {
            return new Hearing(box, messages, current, message, forwardTo, hears, until);
        }

        Hearing forwardTo(Optional<String> typed) {
            return new Hearing(box, messages, current, dropped, typed, hears, until);
        }

        Hearing hearing(Hears said, Instant end) {
            return new Hearing(box, messages, current, dropped, forwardTo, said, end);
        }

        boolean listed() {
            return current >= 0;
        }

        boolean atEnd() {
            return current >= messages.size();
        }
    }
}
