package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AnsweringCarrier;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an empty folder to a company that can be called, by the page that leads there. */
@BothDatabases("GettingStarted")
class StartIT {
    private static final String START = "/admin/start";
    private static final String PASSWORD = "four plain words here";
    private static final String NUMBER = "+33199001234";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ALL =
            List.of("people", "trunk", "number", "hours", "greeting", "publish", "call");

    private RunningServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.startWithCalls();
        String line = server.bean(FirstStart.class).line("").orElseThrow();
        String link = line.substring(line.indexOf("/setup/"), line.lastIndexOf(" (good once)"));
        admin = new Browser(server);
        admin.submit(
                link,
                link,
                Map.of(
                        "company", "Atelier Roy",
                        "country", "FR",
                        "timeZone", "Europe/Paris",
                        "name", "Ada Roy",
                        "userName", "ada",
                        "password", PASSWORD));
        admin.signIn("ada", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Document page() {
        return Jsoup.parse(admin.get(START).body());
    }

    private Element step(String word) {
        return Objects.requireNonNull(page().getElementById("step-" + word), word);
    }

    private List<String> done() {
        Document page = page();
        return ALL.stream()
                .filter(word -> page.select("#step-" + word + " .badge.good").size() == 1)
                .toList();
    }

    private String beginsAt() {
        return admin.get("/admin")
                .headers()
                .firstValue("Location")
                .orElse("")
                .replaceFirst("^http://[^/]+", "");
    }

    private static void until(String what, BooleanSupplier there) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Follows the first button of a step, and saves the form there. */
    private FormPage form(String step) {
        String to = step(step).select("a.button").getFirst().attr("href");
        assertThat(Jsoup.parse(admin.get(to).body()).select(".start-back a").attr("href"))
                .as("the way back")
                .isEqualTo(START);
        return FormPage.open(admin, to);
    }

    private static void saved(FormPage.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    }

    private static byte[] wav() {
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        byte[] data = new byte[32_000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i % 50);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream in =
                new AudioInputStream(new ByteArrayInputStream(data), format, 16_000)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    @Test
    void anEmptyFolderBecomesACompanyThatCanBeCalledStepByStep() throws SocketException {
        assertThat(beginsAt()).isEqualTo(START);
        assertThat(done()).isEmpty();
        assertThat(page().text()).contains("0 of 7 steps are done", "Step 1 of 7");
        assertThat(step("call").text()).contains("dial *43");

        saved(form("people").with("userName", "ben").with("name", "Ben Roy").send());
        assertThat(done()).containsExactly("people", "publish");

        try (AnsweringCarrier carrier = AnsweringCarrier.with(200)) {
            trunk(carrier.port());
            number();
            hours();
            greeting();
            publish();
            assertThat(done()).containsExactlyElementsOf(ALL.subList(0, 6));
            assertThat(step("call").text()).contains("dial " + NUMBER);
            assertThat(step("call").select("a.button").attr("href")).isEqualTo("/phone");
            call();
            until("all done", () -> done().equals(ALL));
        }
        assertThat(page().text())
                .contains("All done: your company can be called.", "7 of 7 steps are done");
        assertThat(beginsAt()).isEqualTo("/admin/people");
    }

    private void trunk(int port) {
        saved(
                form("trunk")
                        .with("name", "Carrier")
                        .with("host", "127.0.0.1")
                        .with("port", String.valueOf(port))
                        .with("transport", "udp")
                        .with("allowedSources", "127.0.0.1")
                        .send());
        until("the trunk is up", () -> done().contains("trunk"));
        assertThat(step("trunk").text()).contains("\"Carrier\" works");
    }

    private void number() {
        saved(form("number").with("number", NUMBER).with("to", "101").send());
        assertThat(step("number").text()).contains(NUMBER + " is there");
    }

    private void hours() {
        saved(form("hours").with("name", "Workshop").with("week.mon", "09:00-18:00").send());
        assertThat(step("hours").text()).contains("no route asks for it yet");
        assertThat(step("publish").text()).contains("Changes wait in the draft");
        saved(
                form("hours")
                        .with("name", "Day")
                        .with("extension", "600")
                        .with("hours", "Workshop")
                        .with("open", "101")
                        .with("closed", "102")
                        .send());
        assertThat(step("hours").text()).contains("no number leads to it yet");
    }

    private void greeting() {
        assertThat(step("greeting").select("a.button").attr("href")).isEqualTo("/admin/prompts");
        assertThat(admin.upload("/api/v1/prompts/hello", wav(), "audio/wav").statusCode())
                .isLessThan(300);
        assertThat(step("greeting").text()).contains("\"hello\" is there, but nothing says it");
        saved(
                form("greeting")
                        .with("name", "Hello")
                        .with("extension", "601")
                        .with("prompt", "hello")
                        .with("then", "600")
                        .send());
        assertThat(step("greeting").text()).contains("waits in the draft");
        saved(FormPage.open(admin, "/admin/call-flows/numbers/" + NUMBER).with("to", "601").send());
        assertThat(step("hours").text()).contains("\"Day\" waits in the draft");
    }

    private void publish() {
        assertThat(step("publish").select("a.button").attr("href")).isEqualTo("/admin/call-flows");
        saved(FormPage.form(admin, "/admin/call-flows", "/publish").send());
    }

    /** From the phone to the company's own number, where the announcement is heard. */
    private void call() {
        try (PhoneClient phone = PhoneClient.welcomed(admin)) {
            phone.send(
                    JSON.createObjectNode()
                            .put("type", "call")
                            .put("id", 2)
                            .put("to", NUMBER)
                            .put("sdp", Offer.TEXT)
                            .toString());
            JsonNode call = phone.await(message -> isInCall(message));
            phone.send(
                    JSON.createObjectNode()
                            .put("type", "hang-up")
                            .put("id", 3)
                            .put("call", call.path("call").path("id").asString())
                            .toString());
        }
    }

    private static boolean isInCall(JsonNode message) {
        return message.path("call").path("state").asString().equals("in-call");
    }

    private void press(String action) {
        saved(FormPage.form(admin, START, action).send());
    }

    @Test
    void aStepIsSkippedTakenUpAgainAndStaysSoAfterARestart() {
        press("/trunk/skip");
        assertThat(step("trunk").text()).contains("Skipped");
        assertThat(step("people").hasAttr("aria-current")).isTrue();
        press("/people/skip");
        assertThat(step("number").hasAttr("aria-current")).as("the next one").isTrue();
        press("/trunk/resume");
        assertThat(step("trunk").text()).doesNotContain("Skipped");

        server.stop();
        server = RunningServer.startIn(server.data());
        admin = new Browser(server);
        admin.signIn("ada", PASSWORD);

        assertThat(step("people").text()).contains("Skipped");
        assertThat(step("trunk").text()).doesNotContain("Skipped");
        for (String word : ALL.subList(1, ALL.size())) {
            press("/" + word + "/skip");
        }
        assertThat(beginsAt()).as("nothing is left").isEqualTo("/admin/people");
        assertThat(admin.submit(START, START + "/nonsense/skip", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageIsPutAwayAndShownAgain() {
        assertThat(admin.get("/admin/people").body()).contains("href=\"/admin/start\"");

        press("/put-away");

        assertThat(beginsAt()).isEqualTo("/admin/people");
        assertThat(admin.get("/admin/people").body()).doesNotContain("/admin/start");
        assertThat(page().text()).contains("This page was put away", "0 of 7 steps are done");
        press("/show");
        assertThat(beginsAt()).isEqualTo(START);
    }

    @Test
    void aCompanyThatWasThereBeforeIsNotLedThere() {
        try (RunningServer demo = RunningServer.demo()) {
            Browser there = Browser.signedIn(demo, "admin");
            assertThat(there.get("/admin").headers().firstValue("Location").orElse(""))
                    .endsWith("/admin/people");
            assertThat(there.get("/admin/people").body()).doesNotContain("/admin/start");
            assertThat(there.get(START).statusCode()).isEqualTo(200);
        }
    }
}
