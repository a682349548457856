package org.sonnerie.pbx.voicemail;

import java.io.IOException;
import java.util.List;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.MailboxId;
import org.springframework.stereotype.Component;

/**
 * Somebody's own mailbox in his archive; those he shares with others are not his alone. Thread
 * safe.
 */
@Component
class MailboxExport implements PersonRecords {
    private static final List<String> MESSAGES =
            List.of("file", "left", "caller_name", "caller_number", "seconds", "urgent", "heard");
    private static final String SOUND = ".opus";

    private final MessageRows rows;
    private final MessageFiles files;
    private final GreetingStore greetings;

    MailboxExport(MessageRows rows, MessageFiles files, GreetingStore greetings) {
        this.rows = rows;
        this.files = files;
        this.greetings = greetings;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        CompanyId company = wish.account().company();
        MailboxId box = MailboxId.of(wish.account().id());
        List<Message> messages = rows.in(company, box);
        archive.table("voicemail.csv", MESSAGES, messages.stream().map(MailboxExport::line));
        for (Message message : messages) {
            archive.sound(name(message), files.sound(company, message.facts().id()));
        }
        for (KeptGreeting greeting : greetings.all(company, box)) {
            archive.sound(
                    "greetings/" + Keyword.of(greeting.kind()) + SOUND,
                    greetings.sound(company, greeting));
        }
    }

    private static String name(Message message) {
        return "voicemail/" + message.facts().id().text() + SOUND;
    }

    private static List<String> line(Message message) {
        return List.of(
                name(message),
                message.facts().began().toString(),
                message.facts().caller().name(),
                message.facts().caller().number(),
                String.valueOf(message.length().toSeconds()),
                String.valueOf(message.urgent()),
                String.valueOf(message.heard()));
    }
}
