package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

class AdminIT {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void peopleAreListedWithTheirExtensions() {
        assertThat(Browser.signedIn(server, "admin").get("/admin/people").body())
                .contains(">Alice<", ">alice<", ">101<", ">Administrator<", ">Boulangerie Martin<");
    }

    @Test
    void numbersSayWhereTheyLead() {
        assertThat(Browser.signedIn(server, "admin").get("/admin/numbers").body())
                .contains("+15550100100", "Menu Boulangerie Martin, extension 100")
                .contains("+15550100400", "Conference room Conference, extension 400");
    }

    @Test
    void trunksSayTheirState() {
        assertThat(Browser.signedIn(server, "admin").get("/admin/trunks").body())
                .contains("Loopback carrier", "127.0.0.1:9 UDP");
    }

    @Test
    void adminWithoutAPhoneIsSentToTheAdminPages() {
        assertThat(Browser.signedIn(server, "admin").get("/phone").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/admin"));
    }
}
