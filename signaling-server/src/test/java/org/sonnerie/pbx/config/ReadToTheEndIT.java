package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

class ReadToTheEndIT {
    private static final int MANY = 40;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Without it every other connection is reset before the answer is read. */
    @Test
    void whoeverIsRefusedBeforeHisFileIsReadSeesTheAnswerAllTheSame() {
        Browser stranger = new Browser(server);
        stranger.get("/login");
        Browser alice = Browser.signedIn(server, "alice");
        alice.get("/account");
        byte[] file = new byte[3_000_000];
        for (int i = 0; i < MANY; i++) {
            assertThat(stranger.upload("/api/v1/prompts/x", file, "audio/wav").statusCode())
                    .isIn(401, 403);
            assertThat(alice.upload("/api/v1/prompts/x", file, "audio/wav").statusCode())
                    .isEqualTo(403);
        }
    }
}
