package org.sonnerie.pbx.voicemail;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.stereotype.Component;

/** Writes the mails that tell of messages as they are now. Thread safe. */
@Component
class LetterWriter {
    private final MessageRows messages;
    private final MessageFiles files;
    private final Plans plans;
    private final LetterWords words;

    LetterWriter(MessageRows messages, MessageFiles files, Plans plans, LetterWords words) {
        this.messages = messages;
        this.files = files;
        this.plans = plans;
        this.words = words;
    }

    /** None if the message is not there any more. */
    Optional<LetterText> write(Letter letter) {
        CompanyPlan plan = plans.current(letter.company());
        return messages.find(letter.company(), letter.message())
                .map(message ->
                        words.write(
                                message,
                                OwnMailboxes.name(plan, message.facts().box()),
                                plan,
                                files.sound(letter.company(), letter.message()),
                                letter.language()));
    }
}
