package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.Mailboxes;

/** Messages reach a real mail server, with their sound. */
@BothDatabases("LetterRows")
class MailIT {
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final MailboxId ALICES = MailboxId.of(new PersonId("alice"));
    private static final MailboxId OF_SALES = MailboxId.of(new GroupId("sales"));
    private static final long LIMIT_MILLIS = 60_000;

    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Path data = RunningServer.temporaryFolder();
    private int port;
    private RunningServer server;
    private CompanyId company = new CompanyId("none");

    @BeforeEach
    void startAll() {
        post.start();
        port = post.getSmtp().getPort();
        server = start();
        Published plans = server.bean(Published.class);
        company = plans.companyOf(new PersonId("alice")).orElseThrow();
        plans.publish(
                company,
                plans.document(company)
                        .replaceFirst("\"email\" : null", "\"email\": \"alice@example.org\"")
                        .replaceFirst("\"language\" : null", "\"language\": \"fr\"")
                        .replaceFirst(
                                "\"mailTo\" : \\{ }",
                                "\"mailTo\": {\"group-mailbox:sales\": [\"sales@example.org\"]}"));
    }

    private RunningServer start() {
        return RunningServer.startIn(
                data,
                "--sonnerie.demo=true",
                "--sonnerie.mail.host=127.0.0.1",
                "--sonnerie.mail.port=" + port,
                "--sonnerie.mail.tls=none",
                "--sonnerie.mail.from=pbx@example.org",
                "--sonnerie.mail.pages=https://phone.example.org/");
    }

    @AfterEach
    void stopAll() {
        server.close();
        post.stop();
    }

    private static byte[] sound() throws IOException {
        try (InputStream file = MailIT.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private void leave(String id, MailboxId box) throws IOException {
        Named jeanne = new Named("Jeanne", "+33612345678");
        Path file =
                mailboxes()
                        .begin(
                                new Mailboxes.NewMessage(
                                        new MessageId(id), company, box, jeanne, Instant.now()));
        Files.write(file, sound());
        mailboxes().recorded(new MessageId(id), Duration.ofMillis(4_400));
    }

    private Mailboxes mailboxes() {
        return server.bean(Mailboxes.class);
    }

    private void hangUp(String id) {
        mailboxes().callerGone(new MessageId(id));
    }

    private MimeMessage[] mails(int count) {
        assertThat(post.waitForIncomingEmail(LIMIT_MILLIS, count)).isTrue();
        return post.getReceivedMessages();
    }

    @Test
    void anOwnerGetsTheSoundInHisLanguageOnceTheCallerIsGone() throws Exception {
        leave("m-1", ALICES);
        mailboxes().urgent(new MessageId("m-1"));
        hangUp("m-1");
        MimeMessage mail = mails(1)[0];
        assertThat(mail.getSubject()).isEqualTo("Message vocal urgent de Jeanne (+33612345678)");
        assertThat(mail.getAllRecipients()[0]).hasToString("alice@example.org");
        assertThat(mail.getFrom()[0]).hasToString("pbx@example.org");
        assertThat(mail.getMessageID()).startsWith("<m-1-").endsWith("@example.org>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(text(parts.getBodyPart(0)))
                .contains("a laissé un message de 4 s", "https://phone.example.org/phone");
        BodyPart attached = parts.getBodyPart(1);
        assertThat(attached.getContentType()).startsWith("audio/ogg");
        assertThat(attached.getFileName()).matches("voicemail-\\d{8}-\\d{4}\\.opus");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(sound());
    }

    private static String text(BodyPart part) throws IOException, MessagingException {
        return part.getContent() instanceof MimeMultipart inner
                ? text(inner.getBodyPart(0))
                : String.valueOf(part.getContent());
    }

    @Test
    void whatTheCallerThrewAwayIsNotMailed() throws Exception {
        leave("m-2", ALICES);
        mailboxes().drop(new MessageId("m-2"));
        leave("m-3", ALICES);
        hangUp("m-2");
        hangUp("m-3");
        assertThat(mails(1)).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getMessageID()).startsWith("<m-3-");
    }

    @Test
    void aGroupsAddressesAreToldInTheCompanysLanguage() throws Exception {
        leave("m-4", OF_SALES);
        hangUp("m-4");
        MimeMessage mail = mails(1)[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("sales@example.org");
        assertThat(mail.getSubject()).startsWith("New voice message from");
        assertThat(text(((MimeMultipart) mail.getContent()).getBodyPart(0))).contains("for Sales");
    }

    @Test
    void aMailServerThatIsAwayGetsItLaterOnceThoughWeWereRestarted() throws Exception {
        post.stop();
        leave("m-5", ALICES);
        leave("m-6", ALICES);
        hangUp("m-5");
        // The caller of the other is still there when the server ends.
        server.stop();
        GreenMail back = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            server = start();
            server.clock().ahead(Duration.ofHours(1));
            assertThat(back.waitForIncomingEmail(LIMIT_MILLIS, 2)).isTrue();
            leave("m-7", ALICES);
            hangUp("m-7");
            assertThat(back.waitForIncomingEmail(LIMIT_MILLIS, 3)).isTrue();
            assertThat(back.getReceivedMessages())
                    .extracting(mail -> mail.getMessageID().substring(0, 4))
                    .containsExactlyInAnyOrder("<m-5", "<m-6", "<m-7");
        } finally {
            back.stop();
        }
    }
}
