package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Contact;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.VoicemailRules;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What stands in the mail that tells of a message, and who gets it. */
class LetterWordsTest {
    private static final MailboxId ALICES = MailboxId.of(DemoCompany.ALICE);
    private static final MailboxId OF_SALES = MailboxId.of(DemoCompany.SALES);
    private static final Path GONE = Path.of("/nowhere/c-r1.opus");

    private final CompanyPlan plan = DemoCompany.plan();
    private final LetterWords words = new LetterWords(texts(), "https://phone.example.org");

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private Message left(Named caller, boolean urgent) {
        NewMessage facts =
                new NewMessage(
                        new MessageId("c-r1"),
                        plan.company(),
                        ALICES,
                        caller,
                        Instant.parse("2026-11-23T09:30:00Z"));
        return new Message(facts, Duration.ofMillis(64_600), false, urgent, false);
    }

    private LetterText write(Message message, String box, Locale language) {
        return words.write(message, box, plan, GONE, language);
    }

    @Test
    void itSaysWhoCalledWhenAndForHowLongByTheCompanysClock() {
        LetterText text =
                write(left(new Named("Jeanne", "+33612345678"), false), "", Locale.ENGLISH);
        assertThat(text.subject()).isEqualTo("New voice message from Jeanne (+33612345678)");
        assertThat(text.body())
                .startsWith(
                        "Jeanne (+33612345678) called on Monday 23 November 2026, 10:30"
                                + " (Europe/Paris) and left a message of 1 min 5 s.")
                .contains("https://phone.example.org/phone")
                .endsWith("-- \nBoulangerie Martin\n");
        assertThat(text.fileName()).isEqualTo("voicemail-20261123-1030.opus");
        assertThat(text.sound()).as("the file is gone").isEmpty();
    }

    @Test
    void itSpeaksFrenchAndSaysForWhom() {
        LetterText text = write(left(new Named("", "+33612345678"), true), "Sales", Locale.FRENCH);
        assertThat(text.subject()).isEqualTo("Message vocal urgent de +33612345678");
        assertThat(text.body()).contains("lundi 23 novembre 2026, 10:30", "pour Sales");
    }

    @Test
    void aWithheldNumberStaysWithheld() {
        assertThat(write(left(new Named("", ""), false), "", Locale.ENGLISH).subject())
                .isEqualTo("New voice message from a withheld number");
    }

    @Test
    void aCallersNameEndsNoLineOfTheHeader() {
        LetterText text =
                write(left(new Named("Eve\r\nBcc: all@example.org", ""), false), "", Locale.FRENCH);
        assertThat(text.subject()).doesNotContain("\r", "\n");
    }

    @Test
    void withoutAnAddressOfThePagesThereIsNoLink() {
        LetterText text =
                new LetterWords(texts(), "")
                        .write(left(new Named("", ""), false), "", plan, GONE, Locale.ENGLISH);
        assertThat(text.body()).doesNotContain("http", "To forward");
    }

    @Test
    void aPersonIsToldInHisLanguageAndAGroupsAddressesInTheCompanys() {
        Contact contact = new Contact(Optional.of("alice@example.org"), Optional.of("fr"));
        CompanyPlan told =
                new CompanyPlan(
                        plan.company(),
                        plan.version(),
                        plan.facts()
                                .with(
                                        new VoicemailRules(
                                                Map.of(
                                                        OF_SALES,
                                                        List.of("a@x.org", "b@x.org", "a@x.org")))),
                        plan.people().stream()
                                .map(one ->
                                        one.id().equals(DemoCompany.ALICE)
                                                ? one.with(contact)
                                                : one)
                                .toList(),
                        plan.groups(),
                        plan.flow(),
                        plan.rooms(),
                        plan.outside());
        assertThat(Recipient.of(told, ALICES))
                .containsExactly(new Recipient("alice@example.org", Locale.FRENCH));
        assertThat(Recipient.of(told, OF_SALES))
                .containsExactly(
                        new Recipient("a@x.org", Locale.ENGLISH),
                        new Recipient("b@x.org", Locale.ENGLISH));
        assertThat(Recipient.of(told, MailboxId.of(DemoCompany.BOB))).isEmpty();
    }
}
