package org.sonnerie.pbx.voicemail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Component;

/** Messages and the mails that tell of them, in one transaction. Thread safe. */
@Component
class MessageStore {
    private final MessageRows rows;
    private final LetterRows letters;
    private final Plans plans;
    private final Tables tables;
    private final Durability durability;
    private final boolean mailed;

    MessageStore(
            MessageRows rows,
            LetterRows letters,
            Plans plans,
            Tables tables,
            Durability durability,
            SonnerieProperties properties) {
        this.rows = rows;
        this.letters = letters;
        this.plans = plans;
        this.tables = tables;
        this.durability = durability;
        this.mailed = properties.mail().wanted();
    }

    MessageRows rows() {
        return rows;
    }

    /**
     * Adds a message and its mails; whichever is there already stays as it is.
     *
     * @param message a new one
     * @param bytes how large its sound is
     * @param due when its mails are sent; empty: once its caller is gone
     */
    void add(Message message, long bytes, Optional<Instant> due) {
        NewMessage facts = message.facts();
        tables.together(
                facts.company(),
                () -> {
                    rows.add(message, bytes);
                    if (mailed) {
                        Recipient.of(plans.current(facts.company()), facts.box())
                                .forEach(to ->
                                        letters.add(
                                                new Letter(facts.id(), facts.company(), to), due));
                    }
                });
        durability.force();
    }

    void remove(NewMessage message) {
        tables.together(
                message.company(),
                () -> {
                    letters.remove(message.company(), message.id());
                    rows.remove(message.company(), message.id());
                });
    }

    /** The caller of a message is gone. */
    void release(MessageId message, InstantSource clock) {
        if (mailed) {
            letters.release(message, clock.instant());
        }
    }

    /** After a start no caller is left. */
    void releaseAll(InstantSource clock) {
        if (mailed) {
            letters.releaseAll(clock.instant());
        }
    }

    void force() {
        durability.force();
    }
}
