package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.sonnerie.pbx.runtime.Plans;

/** A company's own prompts. */
@BothDatabases("PromptRows")
class PromptsIT {
    private static final String PROMPTS = "/api/v1/prompts";
    private static final String WAV = "audio/wav";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private RunningServer server = RunningServer.demo();
    private Browser admin = Browser.signedIn(server, "admin");

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] wav(double seconds, int amplitude) {
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        int frames = (int) (seconds * 16_000);
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

    private HttpResponse<String> put(String name, byte[] file) {
        return admin.upload(PROMPTS + "/" + name, file, WAV);
    }

    private OwnPrompts own() {
        return server.bean(OwnPrompts.class);
    }

    private CompanyId company() {
        return server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    @Test
    void oneIsKeptReplacedShownAndHeardAfterARestart() throws IOException {
        assertThat(put("menu-welcome", wav(2, 9_000)).body())
                .contains(
                        "\"seconds\":2.0",
                        "\"replacesBuiltIn\":true",
                        "menu \\\"Boulangerie Martin\\\"");
        Path first = own().file(company(), "menu-welcome").orElseThrow();
        assertThat(put("menu-welcome", wav(3, 9_000)).statusCode()).isEqualTo(200);
        Path second = own().file(company(), "menu-welcome").orElseThrow();
        assertThat(second).isNotEqualTo(first).exists();
        assertThat(first).as("a call may be hearing it").exists();
        assertThat(admin.get(PROMPTS).body()).contains("\"seconds\":3.0", "\"closed-holiday\"");
        assertThat(admin.get(PROMPTS + "/menu-welcome/sound").headers().firstValue("content-type"))
                .contains("audio/ogg");
        assertThat(admin.get("/admin/prompts").body())
                .contains(
                        "menu-welcome",
                        "In place of the built-in one",
                        "0:03",
                        "menu &quot;Boulangerie Martin&quot;");

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        admin = Browser.signedIn(server, "admin");

        assertThat(own().file(company(), "menu-welcome")).contains(second);
        assertThat(Files.readString(second, StandardCharsets.ISO_8859_1)).startsWith("OggS");
        assertThat(first).as("nothing names it any more").doesNotExist();
    }

    @Test
    void theyAreReadPartByPart() {
        put("autumn", wav(1, 9_000));
        put("summer", wav(1, 9_000));

        assertThat(admin.get(PROMPTS).body())
                .contains("\"autumn\"", "\"summer\"")
                .doesNotContain("\"next\"");
        assertThat(admin.get(PROMPTS + "?limit=1").body())
                .contains("\"name\":\"autumn\"", "\"next\":\"autumn\"", "\"closed-holiday\"")
                .doesNotContain("\"summer\"");
        assertThat(admin.get(PROMPTS + "?limit=1&after=autumn").body())
                .contains("\"name\":\"summer\"")
                .doesNotContain("\"name\":\"autumn\"", "\"next\"");
        for (String wrong : List.of("?limit=0", "?limit=201", "?limit=x", "?after=none")) {
            HttpResponse<String> refused = admin.get(PROMPTS + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.substring(1, 6));
        }
    }

    @Test
    void aPlanCanNameOneAndThenItStays() {
        put("summer", wav(1, 9_000));
        String plan = admin.get("/api/v1/plan").body();
        String changed =
                plan.replaceFirst("\"greeting\" *: *\"menu-welcome\"", "\"greeting\":\"summer\"");
        assertThat(changed).isNotEqualTo(plan);
        assertThat(admin.ask("PUT", "/api/v1/plan/draft", changed, JSON).statusCode())
                .isEqualTo(200);
        assertThat(publish().statusCode()).isEqualTo(200);

        HttpResponse<String> refused = delete("summer");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"in-use\"");
        assertThat(own().names(company())).containsExactly("summer");

        assertThat(admin.ask("POST", "/api/v1/plan/undo", "", JSON).statusCode()).isEqualTo(200);
        assertThat(delete("summer").statusCode()).isEqualTo(204);
        assertThat(delete("summer").statusCode()).isEqualTo(404);
        assertThat(own().names(company())).isEmpty();
        assertThat(admin.get("/admin/audit-log?kind=prompts").body())
                .contains("Added the prompt summer", "Deleted the prompt summer", "1.0 s");
        assertThat(admin.ask("PUT", "/api/v1/plan/draft", changed, JSON).statusCode())
                .isEqualTo(200);
        assertThat(publish().body()).contains("there is no prompt \\\"summer\\\"");
    }

    private HttpResponse<String> publish() {
        return admin.ask("POST", "/api/v1/plan/publish", "", JSON);
    }

    private HttpResponse<String> delete(String name) {
        return admin.ask("DELETE", PROMPTS + "/" + name, "", JSON);
    }

    @Test
    void whatCannotBeUsedIsRefusedAndNothingIsKept() {
        assertThat(put("short", wav(0.2, 9_000)).body()).contains("\"code\":\"too-short\"");
        assertThat(put("silent", wav(1, 0)).body()).contains("\"code\":\"silent\"");
        assertThat(put("junk", new byte[1_000]).body()).contains("\"code\":\"unknown-format\"");
        assertThat(put("bad%20name", wav(1, 9_000)).body()).contains("\"code\":\"bad-name\"");
        assertThat(put("junk", new byte[1_000]).statusCode()).isEqualTo(422);
        assertThat(own().names(company())).isEmpty();
        assertThat(files()).isEmpty();
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.get(PROMPTS).statusCode()).isEqualTo(403);
        // Small: whoever is refused before his file is read may lose the answer with the
        // connection.
        assertThat(alice.upload(PROMPTS + "/x", wav(1, 9_000), WAV).statusCode()).isEqualTo(403);
    }

    private List<Path> files() {
        Path folder = server.data().resolve("prompts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
