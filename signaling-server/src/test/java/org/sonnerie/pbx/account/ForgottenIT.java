package org.sonnerie.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;

/** A forgotten password: a link by mail, through a real mail server. */
@BothDatabases("ResetLinks")
class ForgottenIT {
    private static final long LIMIT_MILLIS = 60_000;
    private static final String CHOSEN = "quatre mots de passe";
    private static final Pattern LINK =
            Pattern.compile("https://phone\\.example\\.org(/reset/[\\w-]{43})\\s");

    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private RunningServer server;

    @BeforeEach
    void start() {
        post.start();
        server =
                RunningServer.demo(
                        "--sonnerie.mail.host=127.0.0.1",
                        "--sonnerie.mail.port=" + post.getSmtp().getPort(),
                        "--sonnerie.mail.tls=none",
                        "--sonnerie.mail.from=pbx@example.org",
                        "--sonnerie.mail.pages=https://phone.example.org/");
        Published plans = server.bean(Published.class);
        CompanyId company = plans.companyOf(new PersonId("alice")).orElseThrow();
        plans.publish(
                company,
                plans.document(company)
                        .replaceFirst("\"email\" : null", "\"email\": \"alice@example.org\"")
                        .replaceFirst("\"language\" : null", "\"language\": \"fr\""));
    }

    @AfterEach
    void stop() {
        server.close();
        post.stop();
    }

    private HttpResponse<String> ask(String who) {
        return new Browser(server)
                .submit("/login/forgotten", "/login/forgotten", Map.of("who", who));
    }

    private MimeMessage mail(int number) {
        assertThat(post.waitForIncomingEmail(LIMIT_MILLIS, number)).isTrue();
        return post.getReceivedMessages()[number - 1];
    }

    private static String link(MimeMessage mail) throws MessagingException, IOException {
        Matcher link = LINK.matcher(String.valueOf(mail.getContent()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> choose(String link, String password) {
        return new Browser(server).submit(link, link, Map.of("password", password));
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void theLinkComesInHerLanguageAndSetsThePasswordOnce() throws Exception {
        assertThat(new Browser(server).get("/login").body()).contains("href=\"/login/forgotten\"");
        Browser there = Browser.signedIn(server, "alice");
        String link;
        try (Logs logs = Logs.all();
                PhoneClient phone = PhoneClient.welcomed(there)) {
            ask("Alice");
            MimeMessage mail = mail(1);
            link = link(mail);
            assertThat(mail.getSubject()).isEqualTo("Choisissez un autre mot de passe");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getAllRecipients()[0]).hasToString("alice@example.org");
            assertThat(new Browser(server).get(link).body()).contains("Alice");
            assertThat(choose(link, "short").body()).contains("role=\"alert\"");

            assertThat(to(choose(link, CHOSEN))).endsWith("/login?changed");

            assertThat(phone.await("goodbye").path("reason").asString()).isEqualTo("signed-out");
            assertThat(logs.text()).contains("was sent a link");
            assertThat(logs.text()).doesNotContain(CHOSEN, link.substring(7), "alice@example.org");
        }
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(new Browser(server).get(link).statusCode()).isEqualTo(410);
        assertThat(choose(link, CHOSEN + " encore").statusCode()).isIn(403, 410);
        assertThat(to(new Browser(server).signIn("alice", CHOSEN))).endsWith("/");
    }

    @Test
    void aLinkIsOverAfterAnHourAndWhenThereIsANewerOne() throws Exception {
        ask("alice@EXAMPLE.org");
        String first = link(mail(1));
        ask("alice");
        String second = link(mail(2));
        assertThat(new Browser(server).get(first).statusCode()).isEqualTo(410);
        assertThat(new Browser(server).get(second).statusCode()).isEqualTo(200);

        server.clock().ahead(Duration.ofMinutes(61));

        assertThat(new Browser(server).get(second).statusCode()).isEqualTo(410);
    }

    @Test
    void whoAsksLearnsNothingOfWhoThereIs() {
        List<HttpResponse<String>> answers =
                List.of(ask("alice"), ask("nobody"), ask("bob"), ask("nobody@example.org"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers)
                .extracting(answer -> to(answer).replaceFirst("^http://[^/]+", ""))
                .containsOnly("/login/forgotten?asked");
        assertThat(answers).extracting(HttpResponse::body).containsOnly("");
        mail(1);
        // Bob has no address, the others do not exist: whoever has one comes after them.
        ask("alice");
        mail(2);
        assertThat(post.getReceivedMessages()).hasSize(2);
    }

    @Test
    void nobodyIsFloodedWithMails() {
        for (int asked = 0; asked < 10; asked++) {
            ask("alice");
        }
        // They are written after the answers, and by the clock: it goes on when they are.
        mail(3);
        server.clock().ahead(Duration.ofMinutes(61));
        ask("alice");
        mail(4);
        server.clock().ahead(Duration.ofMinutes(122));
        ask("alice");
        mail(5);
        assertThat(post.getReceivedMessages()).hasSize(5);
    }

    @Test
    void whatIsTypedNeverReachesAHeader() throws Exception {
        ask("alice\r\nBcc: thief@example.org");
        ask("alice@example.org\r\nBcc: thief@example.org");
        ask("alice");
        mail(1);
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        Browser stranger = new Browser(server);
        for (String form : List.of("/login/forgotten", "/reset/x")) {
            assertThat(stranger.submit("/pages/pages.css", form, Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void withoutMailThePagesSayWhoHelps() {
        try (RunningServer alone = RunningServer.demo()) {
            assertThat(new Browser(alone).get("/login").body())
                    .contains("Your administrator gives you a link")
                    .doesNotContain("/login/forgotten");
            assertThat(new Browser(alone).get("/login/forgotten").body())
                    .contains("Your administrator gives you a link")
                    .doesNotContain("<form");
        }
    }
}
