package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.publish.Published;

/** People are sent their links by mail, through a real mail server. */
@BothDatabases("Invitations")
class InvitationMailIT {
    private static final String ADD = "/admin/people/add";
    private static final String IMPORT = "/admin/people/import";
    private static final String CHOSEN = "quatre mots de passe";
    private static final long LIMIT_MILLIS = 60_000;
    private static final Pattern LINK =
            Pattern.compile("https://phone\\.example\\.org(/welcome/[\\w-]{43})\\s");

    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private RunningServer server;
    private Martin martin;
    private Browser admin;

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
        martin = new Martin(server);
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
        post.stop();
    }

    private FormPage dora() {
        return FormPage.open(admin, ADD)
                .with("userName", "dora")
                .with("name", "Dora Blanc")
                .with("email", "dora@example.org")
                .with("language", "fr");
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

    private int opened(String link) {
        return new Browser(server).get(link).statusCode();
    }

    private String button(String userName) {
        return "/admin/people/" + martin.account(userName).id() + "/invite";
    }

    private FormPage.Answer pressed(String userName) {
        String page = "/admin/people/" + martin.account(userName).id();
        return FormPage.form(admin, page, "/invite").send();
    }

    private static String text(FormPage.Answer answer) {
        return Jsoup.parse(answer.body()).body().text();
    }

    @Test
    void whoeverIsAddedIsSentTheLinkInHerLanguageAndItWorksOnce() throws Exception {
        String link;
        FormPage.Answer added;
        try (Logs logs = Logs.all()) {
            added = dora().with("byMail", "yes").send();
            MimeMessage mail = mail(1);
            link = link(mail);
            assertThat(mail.getSubject()).isEqualTo("Boulangerie Martin vous invite");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getAllRecipients()[0]).hasToString("dora@example.org");
            assertThat(String.valueOf(mail.getContent())).contains("Bonjour Dora Blanc", "dora");
            assertThat(logs.text()).doesNotContain(link.substring(9), "dora@example.org");
        }
        assertThat(text(added)).contains("The mail server has taken the link for Dora Blanc.");
        assertThat(added.body()).doesNotContain("/welcome/", "id=\"link\"");

        Browser dora = new Browser(server);
        dora.submit(link, link, Map.of("password", CHOSEN));

        assertThat(opened(link)).isEqualTo(410);
        assertThat(dora.signIn("dora", CHOSEN).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Sent Dora Blanc (dora) a password link by mail");
    }

    @Test
    void theLinkOfAMailEndsAfterAWeekAndWhenThereIsANewerOne() throws Exception {
        dora().send();
        pressed("dora");
        String first = link(mail(1));
        pressed("dora");
        String second = link(mail(2));
        assertThat(opened(first)).isEqualTo(410);
        assertThat(opened(second)).isEqualTo(200);
        assertThat(waiting()).doesNotContain("dora");

        server.clock().ahead(Invitations.GOOD_FOR.plusMinutes(1));

        assertThat(opened(second)).isEqualTo(410);
        assertThat(waiting()).as("can be invited anew").contains("dora");
    }

    private List<String> waiting() {
        return server.bean(Invitations.class).toWriteTo(Martin.ID).stream()
                .map(Account::userName)
                .toList();
    }

    @Test
    void withoutAnAddressNothingIsAddedAndNothingTypedIsLost() {
        FormPage refused =
                dora().with("email", "").with("byMail", "yes").with("name", "D. Blanc").sentBack();

        assertThat(refused.problem("email")).contains("Give a mail address");
        assertThat(refused.value("name")).isEqualTo("D. Blanc");
        assertThat(refused.value("byMail")).isEqualTo("yes");
        assertThat(server.bean(People.class).credentials("dora")).isEmpty();
        assertThat(admin.get("/admin/people/" + martin.account("bob").id()).body())
                .contains("give a mail address in the form")
                .doesNotContain("/invite\"");
    }

    @Test
    void theAdminSeesThatTheMailFailedAndHasTheLink() {
        dora().send();
        post.stop();

        FormPage.Answer failed = pressed("dora");

        assertThat(text(failed)).contains("No mail was sent to Dora Blanc");
        String link = Jsoup.parse(failed.body()).select("#link").attr("value");
        assertThat(opened(link.substring(link.indexOf("/welcome/")))).isEqualTo(200);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Made another password link for Dora Blanc (dora)")
                .doesNotContain("a password link by mail");
        assertThat(waiting()).contains("dora");
    }

    @Test
    void nobodyIsFloodedWithMails() {
        dora().with("byMail", "yes").send();
        pressed("dora");
        pressed("dora");
        assertThat(text(pressed("dora"))).contains("three times within an hour");
        assertThat(post.getReceivedMessages()).hasSize(3);

        server.clock().ahead(Duration.ofMinutes(61));

        assertThat(text(pressed("dora"))).contains("The mail server has taken the link");
        assertThat(post.getReceivedMessages()).hasSize(4);
    }

    @Test
    void namesNeverReachAHeader() throws Exception {
        dora().send();
        String evil = "Dora\r\nBcc: thief@example.org\r\n\r\nx";
        Account before = martin.account("dora");
        server.bean(People.class)
                .change(
                        new Account(
                                before.id(),
                                before.company(),
                                before.userName(),
                                evil,
                                before.role()));
        Published plans = server.bean(Published.class);
        plans.publish(
                Martin.ID,
                plans.document(Martin.ID)
                        .replace(
                                "\"Boulangerie Martin\"",
                                "\"Martin\\r\\nBcc: thief@example.org\\r\\n\\r\\nx\""));
        assertThat(martin.plan().facts().name()).contains("\r\nBcc:");

        pressed("dora");

        MimeMessage mail = mail(1);
        assertThat(post.getReceivedMessages()).as("one copy").hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Martin Bcc: thief@example.org x vous invite");
        assertThat(String.valueOf(mail.getContent()))
                .startsWith("Bonjour Dora Bcc: thief@example.org x,");
    }

    private String list(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(i -> "Person %d,person%d,p%d@example.org".formatted(i, i, i))
                .collect(
                        Collectors.joining("\n", "name,user name,e-mail\nNo Mail,nomail,\n", "\n"));
    }

    private String imported(int people) {
        return admin.sendFile(IMPORT, IMPORT, "list", list(people).getBytes(StandardCharsets.UTF_8))
                .body();
    }

    private void invitedAll() {
        FormPage.form(admin, "/admin/people", "/admin/people/invite").send();
    }

    private String over(String wanted) {
        until(() -> admin.get("/admin/people").body().contains(wanted));
        return admin.get("/admin/people").body();
    }

    private static void until(BooleanSupplier there) {
        long end = System.nanoTime() + Duration.ofMillis(LIMIT_MILLIS).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void allOfAnImportAreWrittenToOnceAndAtMostSoManyInARound() throws Exception {
        String page = imported(InvitationRounds.MOST + 3);
        assertThat(Jsoup.parse(page).text()).contains("203 people have not chosen a password");
        assertThat(Jsoup.parse(page).select("form[action=/admin/people/invite]")).hasSize(1);

        invitedAll();
        String first = over("200 of 200 sent");
        assertThat(Jsoup.parse(first).text()).contains("3 people have not chosen a password");
        invitedAll();
        over("3 of 3 sent");

        assertThat(post.getReceivedMessages()).hasSize(InvitationRounds.MOST + 3);
        assertThat(
                        Arrays.stream(post.getReceivedMessages())
                                .map(InvitationMailIT::recipient)
                                .collect(Collectors.toSet()))
                .hasSize(InvitationRounds.MOST + 3);
        assertThat(opened(link(mail(1)))).isEqualTo(200);
        assertThat(waiting()).containsExactly("nomail");
        assertThat(admin.get("/admin/people").body())
                .doesNotContain("action=\"/admin/people/invite");
        assertThat(admin.get("/admin/audit-log").body()).contains("Sent Person", "by mail");
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMailServerThatIsAwayIsLeftAloneAndTheAdminIsTold() {
        imported(9);
        post.stop();

        invitedAll();

        String told = Jsoup.parse(over("0 of 9 sent. That is all.")).text();
        assertThat(told).contains("6 people were not written to");
        assertThat(told).contains("Person 1: No mail was sent to Person 1");
        assertThat(waiting()).hasSize(10);
    }

    @Test
    void withoutAMailServerThePagesSayThatLinksAreHandedOver() {
        try (RunningServer alone = RunningServer.demo()) {
            Browser there = Browser.signedIn(alone, "admin");
            String bob = "/admin/people/" + new Martin(alone).account("bob").id();
            assertThat(there.get(bob).body())
                    .contains("No mail server is set up")
                    .doesNotContain("/invite\"");
            assertThat(there.get(ADD).body())
                    .contains("No mail server is set up")
                    .doesNotContain("byMail");
            assertThat(there.get("/admin/people").body()).doesNotContain("/invite\"");
            there.submit(bob, bob + "/invite", Map.of());
            assertThat(there.get("/admin/audit-log").body())
                    .doesNotContain("password link for Bob");
        }
    }

    @Test
    void othersCannotInviteAndNobodyOfAnotherCompanyIsFound() {
        dora().send();
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.submit("/account", button("dora"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(
                        admin.submit("/admin/people", "/admin/people/nobody/invite", Map.of())
                                .statusCode())
                .isEqualTo(404);
        assertThat(post.getReceivedMessages()).isEmpty();
    }
}
