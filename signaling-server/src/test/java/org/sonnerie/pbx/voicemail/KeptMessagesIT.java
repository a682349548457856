package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.voicemail.Mailroom.ALICES;
import static org.sonnerie.pbx.voicemail.Mailroom.OF_SALES;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.StoppableClock;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Greetings;

/** How many messages are kept, and for how long. */
@BothDatabases("MessageRows")
class KeptMessagesIT {
    private static final String LIST = "/phone/voicemail";

    private RunningServer server = RunningServer.demo();
    private Mailroom room = Mailroom.of(server);
    private final Instant now = Instant.now();

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean full(MailboxId box) {
        return server.bean(Greetings.class).facts(room.company(), box).full();
    }

    private String delete(Browser who, String id) {
        return String.valueOf(who.ask("DELETE", LIST + "/" + id, "", Map.of()).statusCode());
    }

    private void keepFor(int days) {
        room.publish(
                "\"maxMegabytes\" : 1000,\n      \"keepDays\" : null",
                "\"maxMegabytes\" : 1000, \"keepDays\" : " + days);
    }

    private void forget() {
        server.bean(OldMessages.class).forget();
    }

    @Test
    void aMailboxWithAsManyMessagesAsItHoldsIsFullUntilOneIsDeleted() {
        room.publish("\"maxMessages\" : 100", "\"maxMessages\" : 2");
        room.leave("m-1", ALICES, now);
        assertThat(full(ALICES)).isFalse();
        room.leave("m-2", ALICES, now);
        assertThat(full(ALICES)).isTrue();
        assertThat(full(OF_SALES)).isFalse();
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.get(LIST).body())
                .contains("\"full\":[{\"kind\":\"person\",\"name\":\"\"}]");
        assertThat(delete(alice, "m-1")).isEqualTo("204");
        Mailroom.until("room", () -> !full(ALICES));
        assertThat(alice.get(LIST).body()).contains("\"full\":[]");
    }

    @Test
    void aCompanyWithAsMuchSoundAsItKeepsHasFullMailboxes() {
        room.publish("\"maxMegabytes\" : 1000", "\"maxMegabytes\" : 1");
        room.leave("m-3", ALICES, now);
        assertThat(server.bean(MessageRows.class).bytes(room.company())).isPositive();
        assertThat(full(OF_SALES)).isFalse();
        size("m-3", 999_999);
        assertThat(full(OF_SALES)).isFalse();
        size("m-3", 1_000_000);
        assertThat(full(OF_SALES)).isTrue();
        assertThat(full(ALICES)).isTrue();
    }

    private void size(String id, long bytes) {
        TestDatabase.outside(server.data())
                .sql("update voicemail_message set sound_bytes = ? where id = ?")
                .params(bytes, id)
                .update();
    }

    @Test
    void messagesOfBeforeAreMeasuredAtTheStart() {
        Path file = room.leave("m-4", ALICES, now);
        size("m-4", 0);
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        room = Mailroom.of(server);
        Mailroom.until(
                "measured",
                () ->
                        server.bean(MessageRows.class).bytes(room.company())
                                == file.toFile().length());
    }

    @Test
    void oldMessagesGoWithTheirFilesOnceThePlanSaysSo() {
        Path old = room.leave("m-5", ALICES, now.minus(Duration.ofDays(31)));
        Path young = room.leave("m-6", OF_SALES, now.minus(Duration.ofDays(29)));
        forget();
        assertThat(old).exists();
        keepFor(30);
        forget();
        assertThat(old).doesNotExist();
        assertThat(room.isThere("m-5")).isFalse();
        assertThat(young).exists();
        assertThat(room.isThere("m-6")).isTrue();
    }

    @Test
    void whatSomebodyIsListeningToStaysUntilHeHasHeardIt() {
        Path old = room.leave("m-7", ALICES, now.minus(Duration.ofDays(31)));
        keepFor(30);
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.get(LIST + "/m-7/sound").statusCode()).isEqualTo(200);
        forget();
        assertThat(old).exists();
        server.bean(StoppableClock.class).ahead(Duration.ofHours(2));
        forget();
        assertThat(old).doesNotExist();
        assertThat(room.isThere("m-7")).isFalse();
    }

    @Test
    void whatWasDeletedGoesAfterAWeekWhileTheServerRuns() {
        Path file = room.leave("m-8", ALICES, now);
        assertThat(delete(Browser.signedIn(server, "alice"), "m-8")).isEqualTo("204");
        MessageRows rows = server.bean(MessageRows.class);
        Mailroom.until(
                "deleted",
                () -> rows.findDeleted(room.company(), new MessageId("m-8")).isPresent());
        server.bean(StoppableClock.class).ahead(Duration.ofDays(7).minusMinutes(5));
        forget();
        assertThat(file).exists();
        server.bean(StoppableClock.class).ahead(Duration.ofDays(7).plusMinutes(5));
        forget();
        assertThat(file).doesNotExist();
        assertThat(room.isThere("m-8")).isFalse();
    }
}
