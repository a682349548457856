package org.sonnerie.pbx.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;

/** Reads a contact as somebody wrote it, and says of each part what is wrong with it. */
final class ContactReading {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_NUMBERS = 10;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final CompanyPlan plan;
    private final List<ContactForm.Flaw> flaws = new ArrayList<>();

    ContactReading(CompanyPlan plan) {
        this.plan = plan;
    }

    List<ContactForm.Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** What the form says; to be used only if it has no flaws. */
    Contact read(String id, ContactForm form) {
        String name = text("name", form.name(), LONGEST_NAME);
        if (name.isEmpty()) {
            flaw("name", "empty");
        }
        if (form.numbers().isEmpty() || form.numbers().size() > MOST_NUMBERS) {
            flaw("numbers", form.numbers().isEmpty() ? "empty" : "too-many");
        }
        return new Contact(
                id,
                name,
                text("company", form.company(), LONGEST_NAME),
                text("note", form.note(), LONGEST_NOTE),
                IntStream.range(0, Math.min(form.numbers().size(), MOST_NUMBERS))
                        .mapToObj(i -> number("numbers." + i + ".", form.numbers().get(i)))
                        .toList());
    }

    private void flaw(String field, String code) {
        flaws.add(new ContactForm.Flaw(field, code));
    }

    /** PostgreSQL keeps no NUL, and nobody sees the others. */
    private String text(String field, String given, int longest) {
        String text = CONTROL.matcher(given).replaceAll(" ").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            flaw(field, "too-long");
        }
        return text;
    }

    private Contact.PhoneNumber number(String at, ContactForm.PhoneNumber given) {
        Optional<String> number = dialled(given.number().strip());
        if (number.isEmpty()) {
            flaw(at + "number", given.number().isBlank() ? "empty" : "no-number");
        }
        return new Contact.PhoneNumber(
                text(at + "label", given.label(), LONGEST_LABEL), number.orElse(""));
    }

    /**
     * E.164 where it is such a number, also one that the company does not call; else as it is
     * dialled.
     */
    private Optional<String> dialled(String text) {
        return Dialling.e164(plan, text)
                .filter(CallerList::isNumber)
                .filter(number -> !number.endsWith("*"))
                .or(() ->
                        Dialling.read(plan, text)
                                        instanceof Destination.ToOutside(var number, var _)
                                ? Optional.of(number)
                                : Optional.empty());
    }
}
