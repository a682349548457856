package org.sonnerie.pbx.contacts;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** Somebody's address book in his archive. Thread safe. */
@Component
class ContactExport implements PersonRecords {
    private static final List<String> COLUMNS = List.of("name", "company", "note", "numbers");

    private final ContactRows rows;

    ContactExport(ContactRows rows) {
        this.rows = rows;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "contacts.csv",
                COLUMNS,
                rows.all(wish.account().company(), wish.account().id()).stream()
                        .map(ContactExport::line));
    }

    private static List<String> line(Contact contact) {
        return List.of(
                contact.name(),
                contact.company(),
                contact.note(),
                contact.numbers().stream()
                        .map(ContactExport::told)
                        .collect(Collectors.joining("; ")));
    }

    private static String told(Contact.PhoneNumber number) {
        return number.label().isEmpty() ? number.number() : number.label() + ": " + number.number();
    }
}
