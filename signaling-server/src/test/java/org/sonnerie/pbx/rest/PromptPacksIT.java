package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.sonnerie.pbx.runtime.Plans;

/** Archives laid out as those of Asterisk, made of tones. */
class PromptPacksIT {
    private static final String PACKS = "/api/v1/prompt-packs/asterisk";
    private static final String TYPE = "application/octet-stream";
    private static final int WAV_HEADER = 44;

    private RunningServer server = RunningServer.demo();
    private Browser admin = Browser.signedIn(server, "admin");

    @AfterEach
    void stop() {
        server.close();
    }

    /** Plain samples without a header. */
    private static byte[] sln(double seconds, int rateHz) {
        int samples = (int) (seconds * rateHz);
        ByteBuffer data = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            data.putShort((short) (9_000 * Math.sin(2 * Math.PI * 440 * i / rateHz)));
        }
        return data.array();
    }

    private static byte[] wav(double seconds, int rateHz) {
        byte[] data = sln(seconds, rateHz);
        return ByteBuffer.allocate(WAV_HEADER + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length + 36)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rateHz)
                .putInt(2 * rateHz)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** Two values by turns: a tone of 1 kHz and more in either law. */
    private static byte[] law(double seconds, int one, int other) {
        byte[] data = new byte[(int) (seconds * 8_000)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i % 8 < 4 ? one : other);
        }
        return data;
    }

    private static Map<String, byte[]> pack() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("en/vm-goodbye.wav", wav(1.5, 8_000));
        files.put("en/vm-goodbye.ulaw", law(1.2, 0x20, 0xA0));
        files.put("en/vm-goodbye.gsm", new byte[99]);
        files.put("en/digits/1.ulaw", law(0.4, 0x20, 0xA0));
        files.put("en/digits/2.alaw", law(0.3, 0x35, 0xB5));
        files.put("en/digits/3.sln", sln(0.25, 8_000));
        files.put("en/digits/4.sln16", sln(0.2, 16_000));
        files.put("fr/digits/1.sln48", sln(0.6, 48_000));
        files.put("en/digits/5.gsm", new byte[330]);
        files.put("en/digits/6.wav", new byte[500]);
        files.put("en/digits/7.sln", new byte[8_000]);
        files.put("en/tt-monkeys.wav", wav(1, 8_000));
        files.put("README.txt", new byte[10]);
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] tarGz(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private HttpResponse<String> send(String query, byte[] archive) {
        return admin.upload(PACKS + query, archive, TYPE);
    }

    private OwnPrompts own() {
        return server.bean(OwnPrompts.class);
    }

    private CompanyId company() {
        return server.bean(Plans.class).companyOf(new PersonId("alice")).orElseThrow();
    }

    private List<Path> files() throws IOException {
        Path folder = server.data().resolve("prompts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aPackIsShownThenTakenAndHeardInPlaceOfTheBuiltInOnes() throws IOException {
        String preview = send("?preview=true", zip(pack())).body();
        assertThat(preview)
                .contains(
                        "{\"name\":\"menu-goodbye\",\"file\":\"en/vm-goodbye.wav\",\"seconds\":1.5,",
                        "{\"name\":\"number-1\",\"file\":\"en/digits/1.ulaw\",\"seconds\":0.4,",
                        "{\"name\":\"number-1_fr\",\"file\":\"fr/digits/1.sln48\"",
                        "{\"name\":\"number-2\"",
                        "{\"name\":\"number-3\"",
                        "{\"name\":\"number-4\"",
                        "\"unknown\":[\"en/tt-monkeys.wav\",\"README.txt\"]",
                        "{\"file\":\"en/digits/5.gsm\",\"code\":\"unknown-format\"}",
                        "{\"file\":\"en/digits/6.wav\",\"code\":\"unknown-format\"}",
                        "{\"file\":\"en/digits/7.sln\",\"code\":\"silent\"}",
                        "\"unused\":[\"en/vm-goodbye.ulaw\",\"en/vm-goodbye.gsm\"]");
        assertThat(own().names(company())).isEmpty();
        assertThat(files()).isEmpty();

        HttpResponse<String> taken = send("", zip(pack()));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo(preview);
        assertThat(admin.get("/admin/audit-log?kind=prompts").body())
                .containsOnlyOnce("prompts from an archive");
        assertThat(own().names(company()))
                .containsExactlyInAnyOrder(
                        "menu-goodbye",
                        "number-1",
                        "number-1_fr",
                        "number-2",
                        "number-3",
                        "number-4");
        assertThat(admin.get("/api/v1/prompts").body())
                .contains("\"name\":\"menu-goodbye\",\"seconds\":1.5,\"addedBy\":\"admin\"")
                .contains("\"replacesBuiltIn\":true");
        assertThat(own().file(company(), "number-1_fr").orElseThrow()).exists();
        assertThat(send("?preview=true", zip(pack())).body()).contains("\"replacesOwn\":true");
    }

    @Test
    void anArchiveOfTarAndGzipIsReadTooAndWhatLiesAtItsTopIsInTheLanguageSaid() throws IOException {
        Map<String, byte[]> files =
                Map.of("vm-goodbye.sln16", sln(1, 16_000), "digits/9.wav", wav(0.5, 16_000));
        assertThat(send("?language=fr", tarGz(files)).statusCode()).isEqualTo(200);
        assertThat(own().names(company()))
                .containsExactlyInAnyOrder("menu-goodbye_fr", "number-9_fr");
        assertThat(send("?language=xyz", tarGz(files)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../en/digits/1.wav", "en/../../1.wav", "/en/digits/1.wav", "..\\1.wav"})
    void whatLeadsOutOfTheArchiveIsRefusedAndNothingIsKept(String path) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(pack());
        files.put(path, wav(1, 8_000));
        assertThat(send("", zip(files)).body()).contains("\"code\":\"bad-path\"");
        assertThat(own().names(company())).isEmpty();
    }

    @Test
    void linksAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry link =
                    new TarArchiveEntry("en/vm-goodbye.wav", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertThat(send("", out.toByteArray()).body()).contains("\"code\":\"bad-path\"");
    }

    @Test
    void whatIsTooLargeOrNoArchiveOrHoldsNothingIsRefusedAndNothingIsKept() throws IOException {
        Map<String, byte[]> bomb = new LinkedHashMap<>(pack());
        for (int i = 0; i < 5; i++) {
            bomb.put("en/zero-" + i + ".wav", new byte[30 << 20]);
        }
        assertThat(send("", zip(bomb)).body()).contains("\"code\":\"too-large\"");
        assertThat(send("", zip(Map.of("en/digits/1.wav", new byte[33 << 20]))).body())
                .contains("\"code\":\"too-large\"");
        assertThat(send("", zip(Map.of("x.wav", new byte[5]))).body())
                .contains("\"code\":\"nothing-known\"");
        assertThat(send("", new byte[0]).body()).contains("\"code\":\"no-archive\"");
        assertThat(send("", new byte[5_000]).body()).contains("\"code\":\"no-archive\"");
        byte[] cut = zip(pack());
        assertThat(send("", Arrays.copyOf(cut, cut.length / 3)).statusCode()).isEqualTo(422);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            many.put("en/f" + i, new byte[0]);
        }
        assertThat(send("", zip(many)).body()).contains("\"code\":\"too-many-files\"");
        assertThat(own().names(company())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyAnAdminMay() throws IOException {
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.upload(PACKS, zip(pack()), TYPE).statusCode()).isEqualTo(403);
        assertThat(own().names(company())).isEmpty();
    }
}
