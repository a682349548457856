package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;

/** A program has somebody call: his phone rings, and nobody else's. */
class ClickToCallIT {
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");

    private static String asked(Browser admin, String person, String to) {
        String wish = "{\"person\": \"%s\", \"to\": \"%s\"}".formatted(person, to);
        return admin.ask("POST", "/api/v1/calls", wish, AS_JSON).body();
    }

    @Test
    void whoIsNamedIsRungAndWhatIsCalledStandsInTheStory() {
        try (RunningServer server = RunningServer.demoWithCalls();
                PhoneClient alice = PhoneClient.ringing(Browser.signedIn(server, "alice"));
                PhoneClient bob = PhoneClient.ringing(Browser.signedIn(server, "bob"))) {
            Browser admin = Browser.signedIn(server, "admin");
            admin.get("/account");
            assertThat(asked(admin, "nobody", "102")).contains("\"status\":422", "person:");
            assertThat(asked(admin, "alice", "nowhere")).contains("\"status\":422", "to:");

            String toBob =
                    asked(admin, "alice", "102").replaceAll(".*\"call\":\"([^\"]+)\".*", "$1");
            alice.await("call");
            assertThat(admin.get("/api/v1/calls/" + toBob + "/story").body()).contains("102");

            String toCarol =
                    asked(admin, "bob", "103").replaceAll(".*\"call\":\"([^\"]+)\".*", "$1");
            bob.await("call");
            assertThat(admin.get("/api/v1/calls/" + toCarol + "/story").body())
                    .contains("103")
                    .doesNotContain("102");
        }
    }
}
