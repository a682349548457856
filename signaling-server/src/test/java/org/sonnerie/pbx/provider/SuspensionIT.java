package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;

/** Nobody of a suspended company gets in; the provider, who belongs to it in the demo, does. */
@BothDatabases
class SuspensionIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PAGE = "/provider/companies/boulangerie-martin";
    private static final String PASSWORD = "sonnerie-demo";

    private RunningServer server;
    private Browser provider;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void suspend() {
        FormPage.form(provider, PAGE, "/suspend").send();
    }

    private void resume() {
        FormPage.form(provider, PAGE, "/resume").send();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void whoKnowsThePasswordIsToldAndWhoDoesNotLearnsNothing() {
        suspend();
        Browser alice = new Browser(server);

        assertThat(location(alice.signIn("alice", PASSWORD))).endsWith("/login?suspended");
        assertThat(alice.get("/login?suspended").body()).contains("This company is suspended");
        assertThat(location(alice.signIn("alice", "not her password"))).endsWith("/login?refused");
        assertThat(location(alice.get("/phone"))).endsWith("/login");

        resume();
        assertThat(location(alice.signIn("alice", PASSWORD))).doesNotContain("login");
        assertThat(alice.get("/phone").statusCode()).isEqualTo(200);
    }

    @Test
    void sessionsAndPhonesEndAndTheProvidersOwnStays() {
        Browser admin = Browser.signedIn(server, "admin");
        Browser alice = Browser.signedIn(server, "alice");
        try (PhoneClient phone = PhoneClient.welcomed(alice)) {
            suspend();

            assertThat(phone.await("goodbye").path("reason").asString()).isEqualTo("signed-out");
        }
        assertThat(location(alice.get("/phone"))).endsWith("/login");
        assertThat(location(admin.get("/admin/people"))).endsWith("/login");
        assertThat(admin.get("/api/v1/people").statusCode()).isEqualTo(401);
        assertThat(provider.get(PAGE).body()).contains("Suspended");

        resume();
        assertThat(location(alice.get("/phone"))).as("she signs in anew").endsWith("/login");
    }

    @Test
    void aSessionThatOutlivedTheSuspensionIsWorthNothing() {
        Browser admin = Browser.signedIn(server, "admin");

        // As if he had signed in while the sessions were being ended.
        server.bean(CompanyTerms.class).suspend(MARTIN, true);

        assertThat(location(admin.get("/admin/people"))).endsWith("/login");
        assertThat(admin.get("/api/v1/people").statusCode()).isEqualTo(401);
        server.bean(CompanyTerms.class).suspend(MARTIN, false);
        assertThat(location(admin.get("/admin/people"))).endsWith("/login");
    }

    @Test
    void tokensAreRefusedUntilTheCompanyGoesOn() {
        Browser admin = Browser.signedIn(server, "admin");
        admin.get("/account");
        Program crm = Program.of(server, admin, "CRM", "people:read");
        assertThat(crm.get("/api/v1/people").statusCode()).isEqualTo(200);

        suspend();
        assertThat(crm.get("/api/v1/people").statusCode()).isEqualTo(401);

        resume();
        assertThat(crm.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    @Test
    void itStaysSuspendedOverARestartAndTheLogSaysWhoDidIt() {
        suspend();
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        assertThat(location(new Browser(server).signIn("alice", PASSWORD)))
                .endsWith("/login?suspended");

        provider = Browser.signedIn(server, "provider");
        resume();
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Suspended the company", "Let the company go on", "Provider");
    }
}
