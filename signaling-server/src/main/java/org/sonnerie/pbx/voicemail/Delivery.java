package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.mail.Mail;
import org.sonnerie.pbx.mail.Post;
import org.sonnerie.pbx.mail.Posted;

/**
 * Takes the mails that are due to the post. A mail is handed over once; only if the process ends
 * between the server's yes and the note of it, it comes again, under the same Message-ID. Used by
 * one thread.
 */
final class Delivery {
    /** After so many failures a mail is given up: about three days. */
    static final int MOST_ATTEMPTS = 22;

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));
    private static final Duration LONG_PAUSE = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final Post post;
    private final Function<Letter, Optional<LetterText>> texts;
    private final InstantSource clock;

    /**
     * Delivers.
     *
     * @param outbox what is due
     * @param post takes it
     * @param texts what stands in a mail; empty: its message is not there any more
     * @param clock the time
     */
    Delivery(
            Outbox outbox,
            Post post,
            Function<Letter, Optional<LetterText>> texts,
            InstantSource clock) {
        this.outbox = outbox;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Tries all that are due now.
     *
     * @return how many there were
     */
    int round() {
        List<Letter> due = outbox.due(clock.instant());
        due.forEach(this::deliver);
        return due.size();
    }

    private static Mail mail(Letter letter, LetterText text) {
        return new Mail(
                letter.id(),
                letter.address(),
                text.subject(),
                text.body(),
                text.sound().map(file -> new Mail.Attachment(file, text.fileName(), "audio/ogg")));
    }

    private void deliver(Letter letter) {
        Optional<LetterText> text = texts.apply(letter);
        if (text.isEmpty()) {
            outbox.over(letter, clock.instant());
            return;
        }
        switch (post.send(mail(letter, text.get()))) {
            case Posted.Accepted() -> {
                outbox.sent(letter, clock.instant());
                LOG.info("{} is sent", letter);
            }
            case Posted.Refused(String why) -> {
                outbox.over(letter, clock.instant());
                LOG.error("{} is refused: {}", letter, why);
            }
            case Posted.Later(String why) -> later(letter, why);
        }
    }

    private void later(Letter letter, String why) {
        int failures = letter.attempts() + 1;
        if (failures >= MOST_ATTEMPTS) {
            outbox.over(letter, clock.instant());
            LOG.error("{} is given up: {}", letter, why);
        } else {
            Duration pause = pauseAfter(failures);
            outbox.again(letter, clock.instant().plus(pause));
            LOG.warn("{} could not be sent, again in {}: {}", letter, pause, why);
        }
    }

    /** How long nothing is tried after so many failures. */
    static Duration pauseAfter(int failures) {
        return failures <= PAUSES.size() ? PAUSES.get(failures - 1) : LONG_PAUSE;
    }
}
