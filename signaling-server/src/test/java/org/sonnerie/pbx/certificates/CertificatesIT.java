package org.sonnerie.pbx.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.fake.TestAuthority.keys;
import static org.sonnerie.pbx.fake.TestAuthority.pem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PhoneClient;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestAuthority;
import org.sonnerie.pbx.fake.TestAuthority.Wish;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.fake.TlsLine;

/** The provider changes the certificate while people are connected. */
class CertificatesIT {
    private static final String PAGE = "/provider/certificates";
    private static final String STRICT = "Strict-Transport-Security: max-age=";
    private static final KeyPair KEYS = keys("EC", 256);

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

    private int port() {
        return server.port(Service.HTTPS);
    }

    private X509Certificate leaf(String... names) {
        Instant now = server.clock().instant();
        return new TestAuthority(now).issue(KEYS.getPublic(), Wish.of(now, names));
    }

    private static String key() throws IOException {
        return pem(new JcaPKCS8Generator(KEYS.getPrivate(), null));
    }

    private HttpResponse<String> upload(String chain, String key) {
        return provider.sendFiles(PAGE, PAGE, Map.of("chain", chain, "key", key));
    }

    private ServedCertificate served() {
        return server.bean(HttpsCertificate.class).current().orElseThrow();
    }

    @Test
    void anUploadedCertificateIsShownAtOnceAndOpenConnectionsGoOn() throws IOException {
        X509Certificate own = TlsLine.shown(port());
        X509Certificate leaf = leaf("localhost", "phone.example.org");
        try (TlsLine before = new TlsLine(port());
                PhoneClient phone =
                        PhoneClient.secured(Browser.signedIn(server, "alice"), port())) {
            assertThat(before.head("/login")).first().asString().contains("200");

            assertThat(upload(pem(leaf), key()).headers().firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith(PAGE));

            assertThat(TlsLine.shown(port())).isEqualTo(leaf);
            assertThat(before.head("/login")).first().asString().contains("200");
            assertThat(before.certificate()).isEqualTo(own);
            phone.send("{\"type\":\"ping\",\"id\":7}");
            assertThat(phone.answer(7).path("type").asString()).isNotEmpty();
        }
        assertThat(provider.get(PAGE).body())
                .contains("The new certificate is in use")
                .contains("Uploaded", "phone.example.org", "CN=Test authority", "89 days left")
                .contains(served().fingerprint())
                .doesNotContain("PRIVATE KEY-----\n")
                .doesNotContain("is not among its names");
        assertThat(provider.get("/provider/health").body()).contains("Uploaded, good for 89 days");
    }

    @Test
    void itIsKeptForTheNextStartAndReadableToItsOwnerAlone() throws IOException {
        X509Certificate leaf = leaf("phone.example.org");
        upload(pem(leaf), key());
        Path file = server.data().resolve("https-installed.jks");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        server.stop();

        server = RunningServer.startIn(server.data(), "--sonnerie.demo=true");

        assertThat(TlsLine.shown(port())).isEqualTo(leaf);
        server.stop();
        Files.writeString(file, "damaged");
        server = RunningServer.startIn(server.data(), "--sonnerie.demo=true");
        assertThat(served().kind()).isEqualTo(Kind.SELF_SIGNED);
        assertThat(TlsLine.shown(port())).isNotEqualTo(leaf);
    }

    @Test
    void theWayBackDeletesCertificateAndKey() throws IOException {
        X509Certificate own = TlsLine.shown(port());
        upload(pem(leaf("phone.example.org")), key());

        provider.submit(PAGE, PAGE + "/self-signed", Map.of());

        assertThat(TlsLine.shown(port())).isEqualTo(own);
        assertThat(server.data().resolve("https-installed.jks")).doesNotExist();
        assertThat(provider.get(PAGE).body())
                .contains("The self-signed certificate is in use")
                .doesNotContain("Back to the self-signed one");
        assertThat(audited()).containsExactly("CERTIFICATE_UPLOADED", "CERTIFICATE_SELF_SIGNED");
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
    void whatCannotBeUsedIsRefusedBesideItsFieldAndNothingChanges() throws IOException {
        X509Certificate own = TlsLine.shown(port());

        assertThat(upload("no certificate", key()).body())
                .contains("id=\"problem-chain\"")
                .contains("There is no certificate as text in this file");
        String other = pem(new JcaPKCS8Generator(keys("EC", 256).getPrivate(), null));
        assertThat(upload(pem(leaf("phone.example.org")), other).body())
                .contains("id=\"problem-key\"")
                .contains("This key fits none of the certificates")
                .doesNotContain("BEGIN PRIVATE KEY-----\n");
        assertThat(upload("x".repeat(200_000), key()).body())
                .contains("This file is too large to be a certificate");

        assertThat(TlsLine.shown(port())).isEqualTo(own);
        assertThat(served().kind()).isEqualTo(Kind.SELF_SIGNED);
        assertThat(audited()).isEmpty();
    }

    @Test
    void aCertificateOfOtherNamesIsTakenWithAWarning() throws IOException {
        upload(pem(leaf("other.example.org")), key());

        assertThat(provider.get(PAGE).body()).contains("localhost is not among its names");
    }

    @Test
    void browsersAreToldToInsistOnHttpsOnlyByACertificateThatSomebodyAnswersFor()
            throws IOException {
        try (TlsLine line = new TlsLine(port())) {
            assertThat(line.head("/login")).noneMatch(head -> head.startsWith("Strict-"));
            upload(pem(leaf("localhost")), key());
            long life = Duration.between(server.clock().instant(), served().until()).toSeconds();

            assertThat(line.head("/login"))
                    .filteredOn(head -> head.startsWith(STRICT))
                    .singleElement()
                    .satisfies(head ->
                            assertThat(Long.parseLong(head.substring(STRICT.length())))
                                    .isBetween(life - 120, life));
        }
        assertThat(provider.get("/login").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }
}
