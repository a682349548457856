package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.runtime.Plans;

/**
 * What is left in a mailbox, as its owner's page reads it over HTTP; the relay's part is played.
 */
@BothDatabases("MessageRows")
class VoicemailIT {
    private static final String LIST = "/phone/voicemail";
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final Named JEANNE = new Named("Jeanne", "+33612345678");
    private static final MailboxId ALICES = MailboxId.of(new PersonId("alice"));
    private static final MailboxId OF_SALES = MailboxId.of(new GroupId("sales"));

    private RunningServer server = RunningServer.demo();
    private CompanyId company = new CompanyId("none");
    private Browser alice = new Browser(server);

    @BeforeEach
    void signIn() {
        alice = Browser.signedIn(server, "alice");
        company = server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] sound() throws IOException {
        try (InputStream file = VoicemailIT.class.getResourceAsStream(SOUND)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private Path begin(String id, MailboxId box) throws IOException {
        Path file =
                server.bean(Mailboxes.class)
                        .begin(
                                new Mailboxes.NewMessage(
                                        new MessageId(id), company, box, JEANNE, Instant.now()));
        Files.write(file, sound());
        return file;
    }

    private void leave(String id, MailboxId box) throws IOException {
        begin(id, box);
        server.bean(Mailboxes.class).recorded(new MessageId(id), Duration.ofMillis(4_400));
        awaitList(alice, "\"" + id + "\"");
    }

    /** Changes are told at once and done a moment later. */
    private static String awaitList(Browser whose, String part) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String body = whose.get(LIST).body();
        while (!body.contains(part)) {
            assertThat(System.nanoTime()).as(part + " in " + body).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
            body = whose.get(LIST).body();
        }
        return body;
    }

    private HttpResponse<String> act(String method, String path) {
        return alice.ask(method, LIST + path, "", Map.of());
    }

    @Test
    void aMessageIsListedHeardDeletedAndTakenBack() throws IOException {
        leave("m-1", ALICES);
        assertThat(alice.get(LIST).body())
                .contains(
                        "\"name\":\"Jeanne\"",
                        "\"number\":\"+33612345678\"",
                        "\"seconds\":4",
                        "\"kind\":\"person\"",
                        "\"heard\":false",
                        "\"cutShort\":false");
        HttpResponse<String> sound = alice.get(LIST + "/m-1/sound");
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).hasValue("audio/ogg");
        assertThat(sound.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        HttpResponse<String> wav = alice.get(LIST + "/m-1/sound?format=wav");
        assertThat(wav.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(wav.body()).startsWith("RIFF");

        assertThat(act("POST", "/m-1/heard").statusCode()).isEqualTo(204);
        awaitList(alice, "\"heard\":true");
        assertThat(act("DELETE", "/m-1").statusCode()).isEqualTo(204);
        awaitList(alice, "\"messages\":[]");
        assertThat(alice.get(LIST + "/m-1/sound").statusCode()).isEqualTo(404);
        assertThat(act("POST", "/m-1/restore").statusCode()).isEqualTo(204);
        awaitList(alice, "\"m-1\"");
    }

    @Test
    void aGroupsMailboxIsItsMembersAndNobodyElses() throws IOException {
        leave("m-2", OF_SALES);
        assertThat(awaitList(Browser.signedIn(server, "bob"), "\"m-2\""))
                .contains("\"kind\":\"group\",\"name\":\"Sales\"");
        Browser carol = Browser.signedIn(server, "carol");
        assertThat(carol.get(LIST).body()).doesNotContain("m-2");
        assertThat(carol.get(LIST + "/m-2/sound").statusCode()).isEqualTo(404);
        assertThat(carol.ask("DELETE", LIST + "/m-2", "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(new Browser(server).get(LIST).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aCopyGoesToWhoeverHasAMailbox() throws IOException {
        leave("m-3", ALICES);
        assertThat(forward("103").statusCode()).isEqualTo(204);
        String body = awaitList(Browser.signedIn(server, "carol"), "Jeanne");
        assertThat(body).contains("\"heard\":false", "\"seconds\":4");
        HttpResponse<String> refused = forward("400");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("{\"code\":\"no-mailbox\"}");
    }

    private HttpResponse<String> forward(String to) {
        return alice.ask(
                "POST",
                LIST + "/m-3/forward",
                "{\"to\":\"" + to + "\"}",
                Map.of("Content-Type", "application/json"));
    }

    @Test
    void nothingSaidIsNothingKept() throws IOException {
        Path file = begin("m-4", ALICES);
        server.bean(Mailboxes.class).recorded(new MessageId("m-4"), Duration.ZERO);
        leave("m-5", ALICES);
        assertThat(alice.get(LIST).body()).doesNotContain("m-4");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasBeingLeftWhenTheServerEndedIsThereCutShort() throws IOException {
        Path file = begin("m-6", ALICES);
        byte[] whole = sound();
        // Killed in the middle of a page.
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");
        assertThat(awaitList(alice, "\"m-6\"")).contains("\"cutShort\":true");
        assertThat(alice.get(LIST + "/m-6/sound").statusCode()).isEqualTo(200);
    }
}
