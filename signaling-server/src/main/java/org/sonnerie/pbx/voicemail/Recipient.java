package org.sonnerie.pbx.voicemail;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Contact;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Who is told of a message by mail.
 *
 * @param address where
 * @param language in which language
 */
record Recipient(String address, Locale language) {
    /** Of the messages in a mailbox: its person, or the addresses of a group or queue. */
    static List<Recipient> of(CompanyPlan plan, MailboxId box) {
        String usual = plan.facts().language();
        if (box.owner() == MailboxId.Owner.PERSON) {
            Contact contact =
                    plan.person(new PersonId(box.id())).map(Person::contact).orElse(Contact.NONE);
            return contact.email().stream()
                    .map(to -> new Recipient(to, spoken(contact.language().orElse(usual))))
                    .toList();
        }
        return plan.facts().voicemail().mailTo().getOrDefault(box, List.of()).stream()
                .distinct()
                .map(to -> new Recipient(to, spoken(usual)))
                .toList();
    }

    /** There are texts in two languages. */
    private static Locale spoken(String language) {
        return language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }
}
