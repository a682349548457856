package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.config.tls.SelfSignedCertificate;
import org.sonnerie.pbx.fake.RawHttp;
import org.sonnerie.pbx.fake.RunningServer;

class StartIT {
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
    void portFileNamesTheChosenPorts() throws IOException {
        assertThat(Files.readString(server.data().resolve("ports.json")))
                .contains("\"http\":" + server.port(Service.HTTP))
                .contains("\"https\":" + server.port(Service.HTTPS))
                .contains("\"management\":" + server.port(Service.MANAGEMENT));
    }

    @Test
    void healthIsToldOnTheManagementPortOnly() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server.management("/actuator/health")).body())
                    .contains("\"status\":\"UP\"", "\"callLog\"", "\"journalBytes\":0");
            assertThat(get(client, server.http("/actuator/health")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void metricsAreTold() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server.management("/actuator/prometheus")).body())
                    .contains(
                            "jvm_memory_used_bytes",
                            "sonnerie_phones_pages_now",
                            "sonnerie_media_");
        }
    }

    @Test
    void otherHostNamesAreSentToHttps() throws IOException {
        assertThat(RawHttp.get(server.port(Service.HTTP), "pbx.example", "/phone?x=1"))
                .startsWith("HTTP/1.1 308")
                .contains(
                        "Location: https://pbx.example:"
                                + server.port(Service.HTTPS)
                                + "/phone?x=1");
    }

    @Test
    void certificateIsKeptAndGoodForThisMachine()
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore kept =
                SelfSignedCertificate.of(
                        server.data(), java.util.List.of("localhost"), Instant.EPOCH);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", kept.getCertificate(SelfSignedCertificate.ALIAS));
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            URI login = URI.create("https://localhost:" + server.port(Service.HTTPS) + "/login");
            assertThat(get(client, login).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
