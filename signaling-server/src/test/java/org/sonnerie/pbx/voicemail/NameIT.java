package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.voicemail.Mailroom.ALICES;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Greetings;
import org.sonnerie.pbx.runtime.Mailboxes;

/** People's names in their own voices, over HTTP and as calls are told them. */
class NameIT {
    private static final String LIST = "/phone/voicemail/greetings";
    private static final String ALICE = LIST + "/mailbox:alice/name";
    private static final String WAV = "audio/wav";
    private static final List<PersonId> ASKED = List.of(new PersonId("alice"), new PersonId("bob"));
    private static final int RATE_HZ = 16_000;

    private RunningServer server = RunningServer.demo();
    private Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] wav(double seconds, int amplitude) {
        AudioFormat format = new AudioFormat(RATE_HZ, 16, 1, true, false);
        int frames = (int) (seconds * RATE_HZ);
        ByteBuffer data = ByteBuffer.allocate(2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            data.putShort((short) (amplitude * Math.sin(i * 0.2)));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream in =
                new AudioInputStream(new ByteArrayInputStream(data.array()), format, frames)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    private Greetings greetings() {
        return server.bean(Greetings.class);
    }

    private List<NamesTold.Name> names() {
        return greetings().names(Mailroom.of(server).company(), ASKED);
    }

    private Path sound() {
        MessageId name = names().getFirst().sound();
        return server.bean(Mailboxes.class).file(Mailroom.of(server).company(), name);
    }

    @Test
    void aNameIsRecordedOnThePageHeardReplacedKeptOverARestartAndRemoved() {
        assertThat(names()).isEmpty();
        assertThat(alice.get(ALICE + "/sound").statusCode()).isEqualTo(404);
        assertThat(alice.upload(ALICE, wav(1, 9_000), WAV).statusCode()).isEqualTo(204);
        assertThat(alice.get(LIST).body()).contains("\"name\":{\"seconds\":1,");
        assertThat(names()).extracting(NamesTold.Name::person).containsExactly(ASKED.getFirst());
        Path first = sound();
        assertThat(alice.upload(ALICE, wav(2, 9_000), WAV).statusCode()).isEqualTo(204);
        Path second = sound();
        assertThat(second).isNotEqualTo(first).exists();
        assertThat(first).as("a call may be hearing it").exists();
        HttpResponse<String> heard = alice.get(ALICE + "/sound");
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.headers().firstValue("Content-Type")).hasValue("audio/ogg");

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");
        assertThat(sound()).isEqualTo(second).exists();
        assertThat(alice.ask("DELETE", ALICE, "", Map.of()).statusCode()).isEqualTo(204);
        Mailroom.until("removed", () -> names().isEmpty());
    }

    @Test
    void whatIsNoShortSoundIsRefusedAndChangesNothing() {
        Map<String, byte[]> wrong =
                Map.of(
                        "unknown-format", "no sound".getBytes(StandardCharsets.UTF_8),
                        "too-short", wav(0.2, 9_000),
                        "silent", wav(1, 0),
                        "too-long", wav(7, 9_000));
        wrong.forEach((code, file) -> {
            HttpResponse<String> refused = alice.upload(ALICE, file, WAV);
            assertThat(refused.statusCode()).as(code).isEqualTo(422);
            assertThat(refused.body()).isEqualTo("{\"code\":\"" + code + "\"}");
        });
        assertThat(alice.upload(ALICE, new byte[2 * 1024 * 1024], WAV).body())
                .isEqualTo("{\"code\":\"too-long\"}");
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameIsItsOwnersAlone() {
        Browser bob = Browser.signedIn(server, "bob");
        bob.get(LIST);
        byte[] file = wav(1, 9_000);
        assertThat(bob.upload(ALICE, file, WAV).statusCode()).isEqualTo(404);
        String sales = LIST + "/group-mailbox:sales/name";
        assertThat(bob.upload(sales, file, WAV).statusCode()).isEqualTo(404);
        Browser stranger = new Browser(server);
        stranger.get("/login");
        assertThat(stranger.upload(ALICE, file, WAV).statusCode()).isNotIn(200, 204);
        assertThat(bob.get(ALICE + "/sound").statusCode()).isEqualTo(404);
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameRecordedByPhoneIsToldToCallsAndOneSaidAtADoorGoes() {
        Mailroom room = Mailroom.of(server);
        room.keep("c1-g1", ALICES, GreetingKind.NAME);
        assertThat(names())
                .containsExactly(new NamesTold.Name(new PersonId("alice"), new MessageId("c1-g1")));
        assertThat(greetings().facts(room.company(), ALICES).usual()).isEqualTo(Optional.empty());
        Path atTheDoor = room.record("c2-g1");
        greetings().discard(room.company(), new MessageId("c2-g1"));
        Mailroom.until("gone", () -> !atTheDoor.toFile().exists());
        assertThat(sound()).exists();
    }
}
