package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.VoicemailRules;

/** Mailboxes and the addresses that are told of messages, in the plan document. */
class VoicemailDocumentTest {
    private final CompanyPlan demo = DemoCompany.plan();
    private final String document = PlanWriter.write(demo);

    private CompanyPlan read(String text) {
        return PlanReader.readUnchecked(demo.company(), demo.version().published(), text);
    }

    private String mailTo(String boxes) {
        assertThat(document).contains("\"mailTo\" : { }");
        return document.replace("\"mailTo\" : { }", "\"mailTo\": {" + boxes + "}");
    }

    private String alices(String email, String language) {
        return document.replaceFirst("\"email\" : null", "\"email\": \"" + email + "\"")
                .replaceFirst("\"language\" : null", "\"language\": \"" + language + "\"");
    }

    @Test
    void allOfItIsReadAndWritten() {
        CompanyPlan plan =
                read(
                        mailTo("\"group-mailbox:sales\": [\"sales@example.org\"]")
                                .replaceFirst("\"email\" : null", "\"email\": \"a@example.org\""));
        assertThat(plan.people().getFirst().contact().email()).hasValue("a@example.org");
        assertThat(plan.facts().voicemail().mailTo())
                .containsEntry(MailboxId.of(DemoCompany.SALES), List.of("sales@example.org"));
        assertThat(plan.problems()).isEmpty();
        assertThat(read(PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Test
    void aDocumentOfBeforeReadsAsBefore() {
        String old =
                document.replaceAll("(?s),\\s*\"voicemail\" : \\{\\s*\"mailTo\" : \\{ }[^}]*}", "");
        assertThat(old).doesNotContain("mailTo");
        assertThat(read(old).facts().voicemail()).isEqualTo(VoicemailRules.USUAL);
    }

    @Test
    void whatIsNoAddressOrNoMailboxIsNamed() {
        assertThat(problems(read(alices("alice", "french"))))
                .containsExactly(
                        "person \"Alice Durand\", email: it is not an e-mail address",
                        "person \"Alice Durand\", language: it is not two or three small letters");
        assertThat(problems(read(mailTo("\"queue-mailbox:none\": [\"a b@example.org\"]"))))
                .containsExactly(
                        "company, voicemail, mailTo, queue-mailbox:none: there is no such group or"
                                + " queue",
                        "company, voicemail, mailTo, queue-mailbox:none: it is not an e-mail"
                                + " address");
        assertThatThrownBy(() -> read(mailTo("\"echo\": []")))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining("company.voicemail.mailTo.echo");
    }

    private CompanyPlan limited(String maxMessages, String maxMegabytes, String keepDays) {
        return read(
                document.replace("\"maxMessages\" : 100", "\"maxMessages\": " + maxMessages)
                        .replace("\"maxMegabytes\" : 1000", "\"maxMegabytes\": " + maxMegabytes)
                        .replaceFirst(
                                "(\"maxMegabytes\": \\d+,\\s*)\"keepDays\" : null",
                                "$1\"keepDays\": " + keepDays));
    }

    @Test
    void limitsAndTheTimeMessagesAreKeptAreReadWrittenAndChecked() {
        CompanyPlan plan = limited("5", "20", "30");
        VoicemailRules rules = plan.facts().voicemail();
        assertThat(rules.maxMessages()).isEqualTo(5);
        assertThat(rules.maxMegabytes()).isEqualTo(20);
        assertThat(rules.keepDays()).hasValue(30);
        assertThat(plan.problems()).isEmpty();
        assertThat(read(PlanWriter.write(plan))).isEqualTo(plan);
        assertThat(VoicemailRules.USUAL.keepDays()).isEmpty();
        assertThat(problems(limited("0", "1000001", "0")))
                .containsExactly(
                        "company, voicemail, maxMessages: it is not 1 to 10000",
                        "company, voicemail, maxMegabytes: it is not 1 to 1000000",
                        "company, voicemail, keepDays: it is not 1 to 3650");
    }

    private static List<String> problems(CompanyPlan plan) {
        return plan.problems().stream().map(PlanProblem::toString).toList();
    }
}
