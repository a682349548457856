package org.sonnerie.pbx.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.fake.AnsweringCarrier;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;

/** An administrator tries a trunk and reads what came of it. */
class TrunkTestIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PAGE = "/admin/trunks/loopback";

    private static RunningServer server;
    private static Browser admin;
    private static String plan;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        plan = server.bean(Published.class).document(MARTIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Publishes the demo's trunk with another host and port. */
    private static void leadsTo(String host, int port) {
        String other =
                plan.replaceFirst(
                                "\"host\"\\s*:\\s*\"127\\.0\\.0\\.1\"", "\"host\":\"" + host + "\"")
                        .replaceFirst("\"port\"\\s*:\\s*9\\b", "\"port\":" + port);
        assertThat(other).contains("\"host\":\"" + host + "\"", "\"port\":" + port);
        server.bean(Published.class).publish(MARTIN, other);
    }

    private static String tested() {
        FormPage.Answer answer = FormPage.form(admin, PAGE, "/test").send();
        assertThat(answer.location()).as(answer.body()).endsWith(PAGE);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "200, The carrier answered in, (200)",
        "403, The carrier answered in, (403)",
        "503, that it does not work now, (503)"
    })
    void whatItAnswersIsSaid(int status, String said, String code) throws SocketException {
        try (AnsweringCarrier carrier = AnsweringCarrier.with(status)) {
            leadsTo("localhost", carrier.port());

            assertThat(tested()).contains(said, code).doesNotContain("??");
        }
    }

    @Test
    void silenceIsSaidAndWhereToLook() throws SocketException {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            leadsTo("localhost", deaf.getLocalPort());

            assertThat(tested()).contains("Nothing answered within", "firewall");
        }
    }

    @Test
    void aNameWithoutAddressIsSaid() {
        leadsTo("carrier.invalid", 5060);

        assertThat(tested()).contains("Its host has no address");
    }

    @Test
    void anotherTrunkIsNotThere() {
        assertThat(admin.post("/admin/trunks/another/test").statusCode()).isEqualTo(404);
    }
}
