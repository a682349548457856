package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the log-in to the history, by the real desk, relay and log. */
@BothDatabases
class WholeCallIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void twoPagesTalkAndBothFindTheCallInTheirHistoryAlsoAfterARestart() {
        RunningServer server = RunningServer.demoWithCalls();
        Browser alice = Browser.signedIn(server, "alice");
        Browser bob = Browser.signedIn(server, "bob");
        try (PhoneClient hers = PhoneClient.welcomed(alice);
                PhoneClient his = PhoneClient.welcomed(bob)) {
            his.await(message -> probed(his, message));
            hers.send(
                    JSON.createObjectNode()
                            .put("type", "call")
                            .put("id", 2)
                            .put("to", "102")
                            .put("sdp", Offer.TEXT)
                            .toString());
            JsonNode ringing = his.await(message -> isCall(his, message, "ringing"));
            his.send(
                    JSON.createObjectNode()
                            .put("type", "answer")
                            .put("id", 2)
                            .put("call", ringing.path("call").path("id").asString())
                            .put("sdp", Offer.TEXT)
                            .toString());
            JsonNode talking = hers.await(message -> isCall(hers, message, "in-call"));
            assertThat(talking.path("call").path("party").path("name").asString()).isEqualTo("Bob");
            hers.send(
                    JSON.createObjectNode()
                            .put("type", "hang-up")
                            .put("id", 3)
                            .put("call", talking.path("call").path("id").asString())
                            .toString());
            his.await(message -> isCall(his, message, "ended"));
        }
        until(bob, "\"part\":\"took\"");
        until(alice, "\"part\":\"called\"");

        server.stop();
        RunningServer after = RunningServer.startIn(server.data(), "--sonnerie.demo=true");
        String kept = Browser.signedIn(after, "bob").get("/phone/calls").body();
        after.close();

        assertThat(kept).contains("\"part\":\"took\"", "\"name\":\"Alice\"", "\"answered\":true");
    }

    /** The server asks again and again whether the page can ring. */
    private static boolean probed(PhoneClient phone, JsonNode message) {
        boolean asked = message.path("type").asString().equals("probe");
        if (asked) {
            phone.send(
                    JSON.createObjectNode()
                            .put("type", "probed")
                            .put("id", 9)
                            .put("nonce", message.path("nonce").asString())
                            .put("canRing", true)
                            .toString());
        }
        return asked;
    }

    private static boolean isCall(PhoneClient phone, JsonNode message, String state) {
        assertThat(message.path("type").asString()).as(message.toString()).isNotEqualTo("error");
        return !probed(phone, message)
                && message.path("call").path("state").asString("").equals(state);
    }

    private static void until(Browser whose, String part) {
        long end = System.nanoTime() + LIMIT.toNanos();
        String calls = whose.get("/phone/calls").body();
        while (!calls.contains(part)) {
            assertThat(System.nanoTime()).as("%s in %s", part, calls).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            calls = whose.get("/phone/calls").body();
        }
    }
}
