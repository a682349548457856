package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** Whoever runs the system makes himself its provider. */
class ProviderInvitationIT {
    private static final String PASSWORD = "four plain words here";

    private Optional<RunningServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(RunningServer::close);
    }

    private RunningServer with(String user) {
        server = Optional.of(RunningServer.demo("--sonnerie.provider.user=" + user));
        return server.get();
    }

    private static Optional<String> line(RunningServer server) {
        return server.bean(ProviderInvitation.class).line("");
    }

    private static String link(RunningServer server) {
        String line = line(server).orElseThrow();
        return line.substring(line.indexOf("/welcome/"), line.lastIndexOf(" (good once)"));
    }

    @Test
    void theLinkIsGivenUntilAPasswordIsChosenAndTheOneBeforeItWorksNoMore() {
        RunningServer running = with("rosa");
        String lost = link(running);
        String link = link(running);
        Browser rosa = new Browser(running);
        assertThat(rosa.get(lost).statusCode()).isEqualTo(410);

        rosa.submit(link, link, Map.of("password", PASSWORD));

        assertThat(line(running)).isEmpty();
        rosa.signIn("rosa", PASSWORD);
        assertThat(rosa.get("/provider").statusCode()).isEqualTo(200);
        assertThat(rosa.get("/admin").statusCode()).isEqualTo(403);
        assertThat(Browser.signedIn(running, "admin").get("/admin/people").body())
                .as("he is nobody of the company's")
                .doesNotContain("/admin/people/rosa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "x", "two words"})
    void nameThatCannotBeHisIsSaid(String user) {
        assertThat(line(with(user)).orElseThrow()).contains("SONNERIE_PROVIDER_USER");
    }

    @Test
    void nobodyIsInvitedUnlessItIsAskedFor() {
        assertThat(line(with(""))).isEmpty();
    }
}
