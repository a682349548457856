package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.voicemail.Mailroom.ALICES;
import static org.sonnerie.pbx.voicemail.Mailroom.OF_SALES;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.StoppableClock;
import org.sonnerie.pbx.runtime.Greetings;
import org.sonnerie.pbx.runtime.Mailboxes;

/** The greetings of mailboxes, over HTTP; the relay's part is played. */
@BothDatabases("GreetingRows")
class GreetingIT {
    private static final String LIST = "/phone/voicemail/greetings";
    private static final String ALICE = LIST + "/mailbox:alice";
    private static final String SALES = LIST + "/group-mailbox:sales";

    private final RunningServer server = RunningServer.demo();
    private final Mailroom room = Mailroom.of(server);
    private final Browser alice = Browser.signedIn(server, "alice");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpResponse<String> act(Browser who, String method, String path, String body) {
        return who.ask(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> away(String until) {
        return act(alice, "PUT", ALICE + "/absence", "{\"until\":" + until + "}");
    }

    private void awaitList(String part) {
        Mailroom.until(part, () -> alice.get(LIST).body().contains(part));
    }

    @Test
    void aGreetingIsListedHeardAndRemoved() {
        assertThat(alice.get(LIST).body())
                .contains(
                        "\"id\":\"mailbox:alice\"",
                        "\"dial\":\"*97\"",
                        "\"id\":\"group-mailbox:sales\"",
                        "\"dial\":\"*97200\"")
                .doesNotContain("\"seconds\"");
        assertThat(alice.get(ALICE + "/usual/sound").statusCode()).isEqualTo(404);
        room.keep("c1-g1", ALICES, GreetingKind.USUAL);
        assertThat(alice.get(LIST).body()).contains("\"usual\":{\"seconds\":");
        HttpResponse<String> sound = alice.get(ALICE + "/usual/sound");
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).hasValue("audio/ogg");
        assertThat(alice.get(ALICE + "/absent/sound").statusCode()).isEqualTo(404);
        assertThat(facts().usual()).contains(new MessageId("c1-g1"));
        assertThat(act(alice, "DELETE", ALICE + "/usual", "").statusCode()).isEqualTo(204);
        Mailroom.until("removed", () -> !alice.get(LIST).body().contains("\"seconds\""));
        assertThat(facts().usual()).isEmpty();
    }

    private MailboxFacts facts() {
        return server.bean(Greetings.class).facts(room.company(), ALICES);
    }

    @Test
    void aNewGreetingTakesThePlaceOfTheOld() {
        room.keep("c1-g1", ALICES, GreetingKind.ABSENT);
        room.keep("c2-g1", ALICES, GreetingKind.ABSENT);
        assertThat(facts().absent()).contains(new MessageId("c2-g1"));
        assertThat(server.bean(GreetingRows.class).sounds()).containsExactly("c2-g1");
    }

    @Test
    void anAbsenceIsEnteredEndedAndOverByItself() {
        assertThat(away("\"" + today.plusDays(3) + "\"").statusCode()).isEqualTo(204);
        awaitList("\"awayUntil\":\"" + today.plusDays(3) + "\"");
        assertThat(facts().awayUntil()).contains(today.plusDays(3));
        server.bean(StoppableClock.class).ahead(Duration.ofDays(4));
        assertThat(alice.get(LIST).body()).doesNotContain(today.plusDays(3).toString());
        server.bean(StoppableClock.class).ahead(Duration.ZERO);
        assertThat(away("null").statusCode()).isEqualTo(204);
        Mailroom.until("over", () -> facts().awayUntil().isEmpty());
    }

    @Test
    void whatIsNoDayToComeIsRefused() {
        for (String wrong :
                new String[] {
                    "\"" + today.minusDays(1) + "\"",
                    "\"" + today.plusYears(3) + "\"",
                    "\"2026-02-30\"",
                    "\"soon\""
                }) {
            HttpResponse<String> refused = away(wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).isEqualTo("{\"code\":\"date-wrong\"}");
        }
        assertThat(away("\"" + today + "\"").statusCode()).isEqualTo(204);
    }

    @Test
    void aDepartmentsGreetingIsItsMembersAndNobodyElses() {
        room.keep("c3-g1", OF_SALES, GreetingKind.USUAL);
        Browser bob = Browser.signedIn(server, "bob");
        assertThat(bob.get(SALES + "/usual/sound").statusCode()).isEqualTo(200);
        Browser carol = Browser.signedIn(server, "carol");
        assertThat(carol.get(LIST).body()).doesNotContain("sales");
        assertThat(carol.get(SALES + "/usual/sound").statusCode()).isEqualTo(404);
        assertThat(act(carol, "DELETE", SALES + "/usual", "").statusCode()).isEqualTo(404);
        assertThat(act(carol, "PUT", SALES + "/absence", "{\"until\":null}").statusCode())
                .isEqualTo(404);
        assertThat(bob.get(ALICE + "/usual/sound").statusCode()).isEqualTo(404);
        assertThat(new Browser(server).get(LIST).statusCode()).isNotEqualTo(200);
        assertThat(act(bob, "DELETE", SALES + "/usual", "").statusCode()).isEqualTo(204);
        assertThat(act(bob, "DELETE", SALES + "/other", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theRelayFindsAGreetingByItsNameAndOldFilesGoLater() {
        Path file = room.keep("c4-g1", ALICES, GreetingKind.USUAL);
        Path given = room.record("c5-g1");
        Path replaced = room.keep("c6-g1", ALICES, GreetingKind.ABSENT);
        room.keep("c7-g1", ALICES, GreetingKind.ABSENT);
        assertThat(server.bean(Mailboxes.class).file(room.company(), new MessageId("c4-g1")))
                .isEqualTo(file);
        server.bean(OldMessages.class).forget();
        assertThat(given).exists();
        assertThat(replaced).exists();
        server.bean(StoppableClock.class).ahead(Duration.ofHours(25));
        server.bean(OldMessages.class).forget();
        assertThat(Files.exists(given)).isFalse();
        assertThat(Files.exists(replaced)).isFalse();
        assertThat(file).exists();
    }
}
