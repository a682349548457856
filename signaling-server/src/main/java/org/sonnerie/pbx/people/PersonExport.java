package org.sonnerie.pbx.people;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what is kept of one person into one archive. Thread safe. */
@Component
public class PersonExport {
    private final List<PersonRecords> records;
    private final MessageSource words;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final SoundFiles sounds;

    PersonExport(
            List<PersonRecords> records,
            MessageSource words,
            DurableChange changes,
            ApplicationEventPublisher events,
            SoundFiles sounds) {
        this.sounds = sounds;
        this.records = List.copyOf(records);
        this.words = words;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Writes the archive, part by part; that it was taken is written down before.
     *
     * @param wish of whom, and for whom
     * @param locale of its description
     * @param out takes a ZIP file; not closed
     * @throws IOException if it does not take it
     */
    public void write(ExportWish wish, Locale locale, OutputStream out) throws IOException {
        Account account = wish.account();
        changes.make(account.company(), () -> events.publishEvent(new PersonExported(account)));
        PersonArchive archive = new PersonArchive(out, sounds);
        Object[] name = {account.displayName()};
        archive.text("README.txt", words.getMessage("people.export.readme", name, locale));
        for (PersonRecords one : records) {
            one.write(wish, archive);
        }
        archive.finish();
    }
}
