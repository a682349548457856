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
                document.replaceAll("(?s),\\s*\"voicemail\" : \\{\\s*\"mailTo\" : \\{ }\\s*}", "");
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

    private static List<String> problems(CompanyPlan plan) {
        return plan.problems().stream().map(PlanProblem::toString).toList();
    }
}
