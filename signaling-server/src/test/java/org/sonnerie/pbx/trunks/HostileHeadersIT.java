package org.sonnerie.pbx.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Csv;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Logs;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A carrier calls Alice, with text in each header that somebody could be shown which would be
 * executed, taken for a formula, turn the line around or break it if it were believed. Real calls:
 * rung, answered, hung up, then looked for where calls are shown.
 */
class HostileHeadersIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CompanyId COMPANY = new CompanyId("boulangerie-martin");
    private static final String HER_NUMBER = "+15550100101";
    private static final List<String> TEXTS =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "' onmouseover='alert(1)",
                    "=HYPERLINK(\"http://evil.example\",\"x\")",
                    "+1+cmd|' /C calc'!A0",
                    "-2+3",
                    "@SUM(1)",
                    "a\u202egnp.exe\u2066b\u2069",
                    "a\u0085b\u2028c\u2029d\u009be",
                    "a\tb\u0007c\u001b[31md\u0000e",
                    "${7*7} [[${7*7}]] th:text=\"${7*7}\" {{7*7}}",
                    "%0d%0aSet-Cookie: x=1",
                    "&#x3C;script&#x3E;alert(1)",
                    "\ud83d\ude00".repeat(1_000));

    /** Where it stands; what stands in the others is never to be seen. */
    enum Place {
        FROM,
        ASSERTED,
        NUMBER,
        CALL_ID,
        USER_AGENT,
        DIVERSION,
        SUBJECT,
        ORGANIZATION,
        CALL_INFO
    }

    /** What no text of a stranger's may bring to a page, a file or the log. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\u200e\u200f&&[^\\r\\n\\t]]");

    /** A cell that begins so and is no telephone number. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|,)\"?([=@-]|\\+(?![0-9]{1,15}\"?(,|\\r|$)))", Pattern.MULTILINE);

    private static RunningServer server;
    private static Browser admin;
    private static Browser alices;
    private static PhoneClient alice;
    private static SmallCarrier carrier;
    private static int calls;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.demoWithCalls();
        ((Logger) LoggerFactory.getLogger("org.sonnerie")).setLevel(Level.DEBUG);
        carrier = new SmallCarrier(new Proof("MD5", SmallCarrier.REALM, "nobody", "nothing"));
        Published published = server.bean(Published.class);
        ObjectNode plan = (ObjectNode) JSON.readTree(published.document(COMPANY));
        ((ObjectNode) plan.path("trunks").get(0)).put("port", carrier.port());
        published.publish(COMPANY, plan.toString());
        admin = Browser.signedIn(server, "admin");
        alices = Browser.signedIn(server, "alice");
        alice = PhoneClient.ringing(alices);
    }

    @AfterAll
    static void stop() {
        alice.close();
        carrier.close();
        server.close();
    }

    static Stream<Arguments> all() {
        return TEXTS.stream()
                .flatMap(text -> Stream.of(Place.values()).map(place -> Arguments.of(place, text)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** As a URI has it. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            out.append("%%%02X".formatted(octet & 0xff));
        }
        return out.toString();
    }

    private static List<String> whoCalls(Place place, String text) {
        String known = "From: \"Known " + calls + "\" <sip:+33123456789@small.example>;tag=net";
        String field = text.replaceAll("\\p{Cntrl}", "\t");
        return switch (place) {
            case FROM ->
                    List.of("From: " + quoted(field) + " <sip:+33123456789@small.example>;tag=net");
            case ASSERTED ->
                    List.of(
                            known,
                            "P-Asserted-Identity: "
                                    + quoted(field)
                                    + " <sip:+33123456789@small.example>");
            // Escaped it is three times as long, and a line of more than 8 kB is refused.
            case NUMBER ->
                    List.of(
                            "From: <sip:"
                                    + escaped(text.substring(0, Math.min(1_200, text.length())))
                                    + "@small.example>;tag=net");
            case CALL_ID -> List.of(known);
            case USER_AGENT -> List.of(known, "User-Agent: " + field);
            case DIVERSION ->
                    List.of(
                            known,
                            "Diversion: " + quoted(field) + " <sip:+33100000000@h>;reason=x",
                            "History-Info: " + quoted(field) + " <sip:+33100000000@h>;index=1");
            case SUBJECT -> List.of(known, "Subject: " + field);
            case ORGANIZATION -> List.of(known, "Organization: " + field);
            case CALL_INFO ->
                    List.of(known, "Call-Info: <http://evil.example>;info=" + quoted(field));
        };
    }

    /** A Call-ID is a word: what may stand in one. */
    private static String callId(Place place, String text) {
        return place == Place.CALL_ID
                ? "id" + calls + text.replaceAll("[^A-Za-z0-9.!%*_+`'~()<>:\\\\\"/\\[\\]?{}-]", "")
                : "id" + calls;
    }

    private static JsonNode state(String state) {
        return alice.await(message -> message.at("/call/state").asString("").equals(state));
    }

    private static void say(String type, String call) {
        alice.send(
                JSON.createObjectNode()
                        .put("type", type)
                        .put("id", 10 * calls + (type.equals("answer") ? 1 : 2))
                        .put("call", call)
                        .put("sdp", Offer.TEXT)
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatAStrangerWritesIsTextAndNothingElse(Place place, String text)
            throws InterruptedException {
        calls++;
        try (Logs logs = Logs.all()) {
            carrier.call(
                    "sip:" + HER_NUMBER + "@127.0.0.1:" + server.port(Service.SIP),
                    callId(place, text),
                    whoCalls(place, text));
            JsonNode ringing = state("ringing").path("call");
            String id = ringing.path("id").asString();
            List<String> shown = new ArrayList<>();
            shown.add(admin.get("/admin/live").body());
            say("answer", id);
            state("in-call");
            say("hang-up", id);
            carrier.awaitBye();
            state("ended");
            shown.addAll(pagesAfterwards(id));

            String name = ringing.at("/party/name").asString("");
            String number = ringing.at("/party/number").asString("");
            assertNeutral(name + number);
            if (place == Place.FROM || place == Place.ASSERTED) {
                assertThat(name).isNotEmpty().hasSizeLessThanOrEqualTo(80);
                assertThat(shown.getFirst()).contains(html(name));
            }
            shown.forEach(HostileHeadersIT::assertEscaped);
            String log = logs.text();
            assertNeutral(log);
            assertThat(log).doesNotContain("alert(1)", "HYPERLINK", "evil.example", "Known ");
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Looks where the call can be read when it is over. */
    private static List<String> pagesAfterwards(String id) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (admin.get("/admin/history/" + id).statusCode() != 200
                || alices.get("/phone/calls/" + id + "/story").statusCode() != 200) {
            assertThat(System.nanoTime()).as(id).isLessThan(until);
            LockSupport.parkNanos(20_000_000L);
        }
        String csv = admin.get("/admin/history/export").body();
        assertThat(FORMULA.matcher(csv).find()).as(csv).isFalse();
        assertThat(csv).doesNotContain("\t");
        assertNeutral(csv.replace(Csv.BYTE_ORDER_MARK, ""));
        for (String json : List.of("/phone/calls", "/phone/calls/" + id + "/story")) {
            HttpResponse<String> answer = alices.get(json);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertNeutral(JSON.readTree(answer.body()).toString());
        }
        return List.of(
                admin.get("/admin/history").body(), admin.get("/admin/history/" + id).body());
    }

    private static void assertNeutral(String text) {
        assertThat(UNSEEN.matcher(text).find()).as(text).isFalse();
    }

    private static void assertEscaped(String page) {
        assertNeutral(page);
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", "' onmouseover", "\"${7*7}\"");
    }
}
