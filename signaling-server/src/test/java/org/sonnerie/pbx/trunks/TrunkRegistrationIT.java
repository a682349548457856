package org.sonnerie.pbx.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan's trunk registers at a carrier, with a password that stands nowhere in clear. */
@BothDatabases("TrunkSecretRows")
class TrunkRegistrationIT {
    private static final CompanyId COMPANY = new CompanyId("boulangerie-martin");
    private static final String PASSWORD = "correct-horse-7Z";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static RunningServer server;
    private static int trunks;

    private final TrunkId trunk = new TrunkId("line-" + trunks++);

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        listen();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    /** The application sets logging up anew when it starts. */
    private static void listen() {
        LOG.start();
        root().detachAppender(LOG);
        root().addAppender(LOG);
        ((Logger) LoggerFactory.getLogger("org.sonnerie")).setLevel(Level.DEBUG);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @AfterEach
    void noPasswordInTheLog() {
        List<ILoggingEvent> events;
        // The appender's own lock: other threads may be logging.
        synchronized (LOG) {
            events = List.copyOf(LOG.list);
        }
        assertThat(events)
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(PASSWORD));
    }

    private static Proof proof(String algorithm) {
        return new Proof(algorithm, SmallCarrier.REALM, "branch7", PASSWORD);
    }

    /** The demo company's plan, its trunk registered and two numbers more. */
    private String plan(SmallCarrier carrier) throws IOException {
        ClassPathResource shipped = new ClassPathResource("demo/boulangerie-martin.json");
        JsonNode plan = JSON.readTree(shipped.getContentAsByteArray());
        ((ObjectNode) plan.path("trunks").get(0))
                .put("id", trunk.text())
                .put("port", carrier.port())
                .putObject("registration")
                .put("user", "pbx")
                .put("authUser", "branch7")
                .put("registrar", "small.example")
                .put("realm", SmallCarrier.REALM)
                .put("expirySeconds", 120);
        ArrayNode numbers = (ArrayNode) plan.path("numbers");
        numbers.addObject().put("number", "+15550100900").put("to", "music");
        numbers.addObject().put("number", "+15550100901").put("to", "outside:+33145678901");
        return JSON.writeValueAsString(plan);
    }

    private void publish(RunningServer where, SmallCarrier carrier) throws IOException {
        where.bean(Published.class).publish(COMPANY, plan(carrier));
    }

    private void password(RunningServer where, String password) {
        where.bean(TrunkAccounts.class).set(COMPANY, trunk, new TrunkSecret(password));
    }

    private void registered(SmallCarrier carrier) throws IOException, InterruptedException {
        publish(server, carrier);
        password(server, PASSWORD);
        carrier.awaitRegistration();
        awaitPage(server, ">Registered<");
    }

    private static void awaitPage(RunningServer where, String text) {
        Browser admin = Browser.signedIn(where, "admin");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String page = admin.get("/admin/trunks").body();
        while (!page.contains(text)) {
            assertThat(System.nanoTime()).as("%s in %s", text, page).isLessThan(until);
            LockSupport.parkNanos(20_000_000L);
            page = admin.get("/admin/trunks").body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void registersAndTakesACall(String algorithm) throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof(algorithm))) {
            registered(carrier);
            awaitPage(server, ">pbx@small.example<");

            carrier.call("+15550100900");

            SipMessage answer = carrier.awaitAnswer("INVITE");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("m=audio");
            carrier.awaitSound();
            carrier.hangUp();
            assertThat(carrier.awaitAnswer("BYE").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void callsOverItsRegistration(String algorithm) throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof(algorithm))) {
            registered(carrier);

            carrier.call("+15550100901");

            SipMessage out = carrier.awaitCall();
            assertThat(out.uri()).isEqualTo("sip:+33145678901@small.example;user=phone");
            assertThat(out.required("From")).contains("sip:+15550100100@small.example");
            assertThat(carrier.awaitAnswer("INVITE").status()).isEqualTo(200);
            carrier.hangUp();
            assertThat(carrier.awaitAnswer("BYE").status()).isEqualTo(200);
            assertThat(carrier.awaitBye().required("Call-ID")).isEqualTo(out.required("Call-ID"));
        }
    }

    @Test
    void aRegistrationSaysWhatItAsksFor() throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof("SHA-256"))) {
            publish(server, carrier);
            password(server, PASSWORD);

            SipMessage register = carrier.awaitRegistration();

            assertThat(register.uri()).isEqualTo("sip:small.example");
            assertThat(register.required("To")).isEqualTo("<sip:pbx@small.example>");
            assertThat(register.required("Expires")).isEqualTo("120");
        }
    }

    @Test
    void withoutItsPasswordItIsNotTried() throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof("MD5"))) {
            publish(server, carrier);

            awaitPage(server, ">Password missing<");
            assertThat(carrier.requests()).isZero();

            password(server, PASSWORD);
            carrier.awaitRegistration();
            awaitPage(server, ">Registered<");
        }
    }

    @Test
    void aRefusalIsShownAndTheRightPasswordMendsIt() throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof("SHA-256"))) {
            publish(server, carrier);
            password(server, "a guess");
            awaitPage(server, ">Refused (401)<");
            awaitPage(server, ">the user name or password is wrong<");

            password(server, PASSWORD);

            carrier.awaitRegistration();
            awaitPage(server, ">Registered<");
        }
    }

    @Test
    void aCarrierThatForbidsOrFailsIsShownWithItsStatus() throws IOException {
        try (SmallCarrier carrier = new SmallCarrier(proof("MD5"))) {
            carrier.refuse("403 Forbidden");
            publish(server, carrier);
            password(server, PASSWORD);
            awaitPage(server, ">Refused (403)<");

            carrier.refuse("503 Service Unavailable");
            password(server, PASSWORD + "x");

            awaitPage(server, ">Fails (503)<");
        }
    }

    @Test
    void thePasswordStandsNowhereInClear() throws IOException, InterruptedException {
        try (SmallCarrier carrier = new SmallCarrier(proof("MD5"))) {
            registered(carrier);

            JdbcClient jdbc = TestDatabase.outside(server.data());
            assertThat(
                            jdbc.sql("select sealed from trunk_secret where trunk_id = ?")
                                    .param(trunk.text())
                                    .query(String.class)
                                    .list())
                    .singleElement()
                    .asString()
                    .startsWith("2.");
            assertThat(jdbc.sql("select body from company_plan").query(String.class).list())
                    .anyMatch(body -> body.contains("branch7"))
                    .noneMatch(body -> body.contains(PASSWORD));
            Path key = server.data().resolve("trunk-secrets.key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            try (Stream<Path> files = Files.walk(server.data())) {
                assertThat(files.filter(Files::isRegularFile).toList())
                        .hasSizeGreaterThan(2)
                        .noneMatch(TrunkRegistrationIT::tells);
            }
        }
    }

    private static boolean tells(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itRegistersAgainAfterARestartAndSaysWhenItsKeyIsLost()
            throws IOException, InterruptedException {
        Path data = RunningServer.temporaryFolder();
        try (SmallCarrier carrier = new SmallCarrier(proof("SHA-256"))) {
            String[] demo = {
                "--sonnerie.demo=true", "--sonnerie.demo-carrier=127.0.0.1:" + carrier.port()
            };
            RunningServer first = RunningServer.startIn(data, demo);
            publish(first, carrier);
            password(first, PASSWORD);
            carrier.awaitRegistration();
            first.stop();
            // It took its registration back.
            assertThat(carrier.awaitRegistration().required("Expires")).isEqualTo("0");

            RunningServer second = RunningServer.startIn(data, demo);
            assertThat(carrier.awaitRegistration().required("Expires")).isEqualTo("120");
            second.stop();

            Files.delete(data.resolve("trunk-secrets.key"));
            try (RunningServer third = RunningServer.startIn(data, demo)) {
                awaitPage(third, ">Password missing<");
            }
        }
        listen();
    }
}
