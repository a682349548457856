package org.sonnerie.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** What is no passkey signs nobody in; real ones are made by a browser, in the end-to-end tests. */
@BothDatabases({"PasskeyOwners", "PasskeyRows"})
class PasskeysIT {
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");
    private static final String OPTIONS = "/account/passkeys/options";

    /** Looks like one, of nobody, and signs nothing. */
    private static final String FORGED =
            """
            {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},
             "response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}
            """;

    private static RunningServer server;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> sign(Browser browser, String credential) {
        return browser.submit("/login", "/login/passkey", Map.of("credential", credential));
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void strangersAreAskedForWhicheverPasskeyOfVerifiedUsers() {
        Browser stranger = new Browser(server);
        stranger.get("/login");

        String options = stranger.post("/login/passkey/options").body();

        assertThat(options)
                .contains("\"allowCredentials\":[]", "\"userVerification\":\"required\"")
                .contains("\"rpId\":\"localhost\"");
        assertThat(stranger.post("/login/passkey/options").body()).isNotEqualTo(options);
    }

    @Test
    void whatIsNoPasskeySignsNobodyIn() {
        for (String credential : List.of("", "{", "{}", "[]", "null", FORGED)) {
            Browser thief = new Browser(server);
            thief.get("/login");
            assertThat(to(sign(thief, credential))).as("unasked").endsWith("/login?refused-key");
            thief.post("/login/passkey/options");
            assertThat(to(sign(thief, credential))).endsWith("/login?refused-key");
            assertThat(thief.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void optionsForANewOneTakeThePassword() {
        Browser alice = Browser.signedIn(server, "alice");
        alice.get("/account");
        HttpResponse<String> refused =
                alice.ask("POST", OPTIONS, "{\"password\":\"guess\"}", AS_JSON);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/account?told=password-wrong");

        HttpResponse<String> given =
                alice.ask("POST", OPTIONS, "{\"password\":\"sonnerie-demo\"}", AS_JSON);

        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body())
                .contains("\"residentKey\":\"required\"", "\"userVerification\":\"required\"");
        for (String credential : List.of("", "{", "{}", "null", FORGED)) {
            HttpResponse<String> answer =
                    alice.submit(
                            "/account",
                            "/account/passkeys",
                            Map.of("credential", credential, "label", "Notebook"));
            assertThat(to(answer)).endsWith("/account?told=key-refused");
        }
        assertThat(alice.get("/account").body()).doesNotContain("Notebook");
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        Browser alice = Browser.signedIn(server, "alice");
        for (String form : List.of("", "/options", "/x/name", "/x/remove")) {
            assertThat(alice.submit("/phone", "/account/passkeys" + form, Map.of()).statusCode())
                    .isEqualTo(403);
        }
        Browser stranger = new Browser(server);
        for (String form : List.of("", "/options")) {
            assertThat(stranger.submit("/pages/pages.css", "/login/passkey" + form, Map.of()))
                    .returns(403, HttpResponse::statusCode);
        }
    }
}
