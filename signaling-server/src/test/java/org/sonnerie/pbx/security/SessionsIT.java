package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;

/** Who is signed in stays so when the server starts anew. */
@BothDatabases("StoredSessions")
class SessionsIT {
    private static final byte[] GARBAGE = {1, 2, 3};

    private RunningServer server = RunningServer.demo();

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart() {
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
    }

    private int kept(String which) {
        return TestDatabase.outside(server.data())
                .sql("select count(*) from web_session where " + which)
                .param("garbage", GARBAGE)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoIsSignedInNeedsNoPasswordAfterARestart() {
        Browser alice = Browser.signedIn(server, "alice");

        restart();

        Browser again = alice.at(server);
        assertThat(again.get("/phone").statusCode()).isEqualTo(200);
        assertThat(again.get("/admin").statusCode()).isEqualTo(403);
        assertThat(again.ticket()).hasSize(43);
    }

    @Test
    void strangersAreForgottenInMinutesAndPeopleInADay() {
        new Browser(server).get("/phone");
        assertThat(lives()).containsExactly(Duration.ofMinutes(10).toMillis());

        Browser.signedIn(server, "alice");
        assertThat(lives()).contains(Duration.ofDays(1).toMillis());
    }

    private List<@Nullable Long> lives() {
        return TestDatabase.outside(server.data())
                .sql("select max_interval from web_session")
                .query(Long.class)
                .list();
    }

    @Test
    void whoSignedOutStaysOut() {
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.post("/logout").statusCode()).isEqualTo(302);
        assertThat(kept("attributes <> cast(:garbage as bytea)")).isZero();

        restart();

        assertThat(alice.at(server).get("/phone").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionThatCannotBeReadIsOverAndIsForgotten() {
        Browser alice = Browser.signedIn(server, "alice");
        int changed =
                TestDatabase.outside(server.data())
                        .sql("update web_session set attributes = cast(:garbage as bytea)")
                        .param("garbage", GARBAGE)
                        .update();
        assertThat(changed).isEqualTo(1);

        restart();

        assertThat(alice.at(server).get("/phone").statusCode()).isEqualTo(302);
        assertThat(Browser.signedIn(server, "alice").get("/phone").statusCode()).isEqualTo(200);
        assertThat(kept("attributes = cast(:garbage as bytea)")).isZero();
    }
}
