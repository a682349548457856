package org.sonnerie.pbx.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.certificates.AcmeOrder.Trouble;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.fake.AcmeAuthority;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RawHttp;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.StoppableClock;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.fake.TlsLine;

/** Certificates are had from an authority of the tests, and had anew before they end. */
class AcmeIT {
    private static final String PAGE = "/provider/certificates";
    private static final String FORM = PAGE + "/acme";
    private static final String NAME = "phone.example.org";

    private RunningServer server;
    private AcmeAuthority authority;
    private Browser provider;

    @BeforeEach
    void start() {
        server = start(RunningServer.temporaryFolder());
        authority = new AcmeAuthority(server.clock());
        authority.challenges(server.port(Service.HTTP));
        provider = Browser.signedIn(server, "provider");
    }

    private static RunningServer start(Path data) {
        return RunningServer.startIn(
                data,
                "--sonnerie.demo=true",
                "--sonnerie.webhooks.networks=127.0.0.0/8",
                "--sonnerie.webhooks.http-hosts=127.0.0.1");
    }

    @AfterEach
    void stop() {
        authority.close();
        server.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private HttpResponse<String> want(String... names) {
        return provider.submit(
                PAGE,
                FORM,
                Map.of(
                        "directory",
                        authority.directory(),
                        "contact",
                        "rosa@example.org",
                        "names",
                        String.join("\n", names),
                        "agreed",
                        "on"));
    }

    @Test
    void itIsWantedAndGivenUpByRestToo() {
        String acme = "/api/v1/provider/certificate/acme";
        Map<String, String> json = Map.of("Content-Type", "application/json");
        provider.get("/account");
        String wish =
                "{\"directory\": \"%s\", \"contact\": \"rosa@example.org\", \"names\": [\"%s\"], \"agreed\": true}"
                        .formatted(authority.directory(), NAME);

        HttpResponse<String> wanted = provider.ask("PUT", acme, wish, json);
        assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(200);
        assertThat(wanted.body()).contains(authority.directory(), "rosa@example.org");
        awaitFetched();
        assertThat(provider.get("/api/v1/provider/certificate").body())
                .contains("\"kind\":\"acme\"", NAME, "\"tried\"");
        assertThat(provider.ask("POST", acme + "/now", "", Map.of()).statusCode()).isEqualTo(202);
        assertThat(provider.ask("DELETE", acme, "", Map.of()).body())
                .contains("\"kind\":\"acme\"")
                .doesNotContain("\"contact\"");
        assertThat(provider.ask("POST", acme + "/now", "", Map.of()).statusCode()).isEqualTo(409);
    }

    private AcmeRenewal renewal() {
        return server.bean(AcmeRenewal.class);
    }

    private AcmeOrder order() {
        return renewal().order().orElseThrow();
    }

    private ServedCertificate served() {
        return server.bean(HttpsCertificate.class).current().orElseThrow();
    }

    private X509Certificate shown() {
        return TlsLine.shown(server.port(Service.HTTPS));
    }

    private void awaitFetched() {
        await(() -> served().kind() == Kind.ACME && !renewal().underWay());
    }

    private List<String> audited() {
        return TestDatabase.outside(server.data())
                .sql(
                        "select action from audit_entry where action like 'CERTIFICATE%'"
                                + " order by entry_number")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void aCertificateIsFetchedForTheNamesThatWereTyped() throws IOException {
        assertThat(renewal().order()).isEmpty();
        assertThat(authority.accounts()).isZero();

        assertThat(want("Phone.example.org", "pbx.example.org").statusCode()).isEqualTo(302);
        awaitFetched();

        assertThat(served().names()).containsExactlyInAnyOrder(NAME, "pbx.example.org");
        assertThat(shown().getIssuerX500Principal().getName()).isEqualTo("CN=Test authority");
        assertThat(provider.get(PAGE).body())
                .contains("Fetched by ACME", "renewed by itself", authority.directory())
                .doesNotContain("role=\"alert\"");
        assertThat(provider.get("/provider/health").body()).contains("Fetched by ACME, good for");
        assertThat(audited()).containsExactly("CERTIFICATE_WANTED", "CERTIFICATE_FETCHED");
        for (String file : List.of("acme.json", "acme-account.key", "https-installed.jks")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(server.data().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itIsRenewedWhenAThirdOfItsLifeIsLeftAndNoConnectionIsLost() {
        want(NAME);
        awaitFetched();
        X509Certificate first = shown();
        StoppableClock clock = server.clock();
        Instant end = served().until();
        clock.stop();
        // A leap of hours would end sessions, not only certificates.
        Duration third = Duration.between(served().from(), end).dividedBy(3);
        Duration renewal = Duration.between(clock.instant(), end.minus(third));
        clock.ahead(renewal.minusSeconds(20));
        try (TlsLine before = new TlsLine(server.port(Service.HTTPS));
                PhoneClient phone =
                        PhoneClient.secured(
                                Browser.signedIn(server, "alice"), server.port(Service.HTTPS))) {
            renewal().look();
            assertThat(authority.orders()).isEqualTo(1);

            clock.ahead(renewal.plusSeconds(2));
            await(() -> served().until().isAfter(end));

            assertThat(shown()).isNotEqualTo(first);
            assertThat(before.head("/login")).first().asString().contains("200");
            assertThat(before.certificate()).isEqualTo(first);
            phone.send("{\"type\":\"ping\",\"id\":7}");
            assertThat(phone.answer(7).path("id").asLong()).isEqualTo(7);
        }
        assertThat(authority.orders()).isEqualTo(2);
        assertThat(authority.accounts()).isEqualTo(1);
    }

    @Test
    void aNameThatIsNotProvenIsSaidAndTriedAgainLater() {
        X509Certificate own = shown();
        // Another server answers there, which knows nothing of it.
        try (RunningServer other = RunningServer.demo()) {
            authority.challenges(other.port(Service.HTTP));
            want(NAME);
            await(() -> renewal().failing());
        }

        assertThat(order().trouble()).contains(Trouble.NOT_PROVEN);
        assertThat(order().detail()).contains("another answer than it should be");
        assertThat(shown()).isEqualTo(own);
        assertThat(provider.get(PAGE).body())
                .contains("The authority did not find our answer under this name")
                .contains("another answer than it should be");
        assertThat(provider.get("/provider/health").body())
                .contains("Look after it")
                .contains("could not be had by ACME");
        renewal().look();
        assertThat(authority.orders()).isEqualTo(1);

        authority.challenges(server.port(Service.HTTP));
        server.clock().ahead(Duration.ofMinutes(16));
        awaitFetched();
        assertThat(renewal().failing()).isFalse();
    }

    @Test
    void anAuthorityThatIsAwayIsAskedAgainMoreAndMoreSeldomAlsoAfterARestart() {
        authority.close();
        want(NAME);
        await(() -> order().failures() == 1);
        assertThat(order().trouble()).contains(Trouble.NO_CONNECTION);
        Instant tried = order().tried().orElseThrow();
        assertThat(order().notBefore()).contains(tried.plus(Duration.ofMinutes(15)));
        AcmeOrder before = order();
        server.stop();

        server = start(server.data());

        assertThat(renewal().order()).contains(before);
        renewal().look();
        assertThat(renewal().order()).contains(before);
        server.clock().ahead(Duration.ofMinutes(20));
        await(() -> order().failures() == 2);
        assertThat(
                        Duration.between(
                                order().tried().orElseThrow(), order().notBefore().orElseThrow()))
                .isEqualTo(Duration.ofMinutes(30));
        provider = Browser.signedIn(server, "provider");
        provider.submit(PAGE, FORM + "/now", Map.of());
        await(() -> order().failures() == 3);
    }

    @Test
    void whatIsWrongInTheFormIsSaidBesideItsFieldAndNobodyIsAsked() {
        HttpResponse<String> refused =
                provider.submit(
                        PAGE,
                        FORM,
                        Map.of(
                                "directory", "http://10.0.0.1/directory",
                                "contact", "rosa",
                                "names", "*.example.org"));

        assertThat(refused.body())
                .contains("id=\"problem-names\"", "id=\"problem-contact\"")
                .contains("id=\"problem-directory\"", "id=\"problem-agreed\"")
                .contains("*.example.org", "http://10.0.0.1/directory");
        assertThat(renewal().order()).isEmpty();
        assertThat(authority.accounts()).isZero();
    }

    @Test
    void whoeverGoesBackToTheSelfSignedOneWantsNoneByAcmeAnyMore() {
        want(NAME);
        awaitFetched();

        provider.submit(PAGE, PAGE + "/self-signed", Map.of());

        assertThat(renewal().order()).isEmpty();
        assertThat(served().kind()).isEqualTo(Kind.SELF_SIGNED);
        assertThat(server.data().resolve("acme.json")).doesNotExist();
        assertThat(audited()).endsWith("CERTIFICATE_NO_LONGER_WANTED", "CERTIFICATE_SELF_SIGNED");
    }

    @Test
    void itIsNoLongerRenewedWhenThatIsSwitchedOffAndStaysInUse() {
        want(NAME);
        awaitFetched();

        provider.submit(PAGE, FORM + "/stop", Map.of());

        assertThat(renewal().order()).isEmpty();
        assertThat(served().kind()).isEqualTo(Kind.ACME);
    }

    @Test
    void onlyTheChallengesPathIsAnsweredWithoutHttps() throws IOException {
        int port = server.port(Service.HTTP);

        assertThat(RawHttp.get(port, NAME, "/.well-known/acme-challenge/unknown"))
                .startsWith("HTTP/1.1 404");
        assertThat(RawHttp.get(port, NAME, "/.well-known/acme-challenge/a/b"))
                .startsWith("HTTP/1.1 308");
        assertThat(RawHttp.get(port, NAME, "/login")).startsWith("HTTP/1.1 308");
    }
}
