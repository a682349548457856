package org.sonnerie.pbx.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.sonnerie.pbx.fake.TestAuthority.Wish;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authority that speaks ACME (RFC 8555) on a free port of this machine. It looks at the nonce,
 * address and signature of each request, and proves names at one server, whatever they are.
 */
public final class AcmeAuthority implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final InstantSource clock;
    private final TestAuthority signs;
    private final AtomicInteger serial = new AtomicInteger();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final Map<String, PublicJsonWebKey> accounts = new ConcurrentHashMap<>();
    private final Map<String, Ordered> orders = new ConcurrentHashMap<>();
    private volatile int challengedPort;

    /** One order with its names, each of which is proven or not. */
    private static final class Ordered {
        private final List<String> names;
        private final Map<String, String> states = new ConcurrentHashMap<>();
        private volatile String chain = "";

        private Ordered(List<String> names) {
            this.names = List.copyOf(names);
        }

        private String state() {
            if (!chain.isEmpty()) {
                return "valid";
            }
            if (states.containsValue("invalid")) {
                return "invalid";
            }
            boolean all = names.stream().allMatch(name -> "valid".equals(states.get(name)));
            return all ? "ready" : "pending";
        }
    }

    /** A request whose signature was looked at. */
    private record Signed(JsonNode payload, PublicJsonWebKey key) {}

    /** What ends a request. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String type;

        private Refused(String type, String detail) {
            super(detail);
            this.type = type;
        }
    }

    public AcmeAuthority(InstantSource clock) {
        this.clock = clock;
        this.signs = new TestAuthority(clock.instant());
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Proves names at this port of this machine. */
    public void challenges(int port) {
        challengedPort = port;
    }

    public String directory() {
        return address("/directory");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public int orders() {
        return orders.size();
    }

    public int accounts() {
        return accounts.size();
    }

    /** From now on nobody answers. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, exchange.getRequestURI().getPath());
            } catch (Refused e) {
                problem(exchange, e.type, String.valueOf(e.getMessage()));
            } catch (JoseException | PKCSException | OperatorCreationException e) {
                problem(exchange, "malformed", e.toString());
            }
        }
    }

    private void problem(HttpExchange exchange, String type, String detail) throws IOException {
        Map<String, String> said =
                Map.of("type", "urn:ietf:params:acme:error:" + type, "detail", detail);
        send(exchange, 400, PROBLEM, JSON.writeValueAsString(said));
    }

    private void answer(HttpExchange exchange, String path)
            throws IOException, Refused, JoseException, PKCSException, OperatorCreationException {
        switch (path.split("/", -1)[1]) {
            case "directory" -> json(exchange, 200, directoryEntries());
            case "nonce" -> send(exchange, 200, "text/plain", "");
            case "account" -> account(exchange, path);
            case "orders" -> order(exchange, path);
            case "order" -> {
                read(exchange, path);
                json(exchange, 200, told(path));
            }
            case "name" -> {
                read(exchange, path);
                json(exchange, 200, name(path));
            }
            case "challenge" -> json(exchange, 200, challenge(path, read(exchange, path)));
            case "finalize" -> json(exchange, 200, finish(path, read(exchange, path)));
            case "certificate" -> {
                read(exchange, path);
                send(exchange, 200, "application/pem-certificate-chain", ordered(path).chain);
            }
            default -> send(exchange, 404, "text/plain", "");
        }
    }

    private Map<String, Object> directoryEntries() {
        return Map.of(
                "newNonce", address("/nonce"),
                "newAccount", address("/account"),
                "newOrder", address("/orders"),
                "meta", Map.of("termsOfService", address("/terms")));
    }

    private Signed read(HttpExchange exchange, String path)
            throws IOException, Refused, JoseException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String head = body.path("protected").asString();
        JsonNode said = JSON.readTree(Base64.getUrlDecoder().decode(head));
        if (!nonces.remove(said.path("nonce").asString())) {
            throw new Refused("badNonce", "not one of mine");
        }
        if (!said.path("url").asString().equals(address(path))) {
            throw new Refused("malformed", "signed for another address");
        }
        PublicJsonWebKey key =
                said.has("jwk")
                        ? PublicJsonWebKey.Factory.newPublicJwk(said.path("jwk").toString())
                        : Optional.ofNullable(accounts.get(said.path("kid").asString()))
                                .orElseThrow(() -> new Refused("accountDoesNotExist", "who?"));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(
                head
                        + "."
                        + body.path("payload").asString()
                        + "."
                        + body.path("signature").asString());
        signature.setKey(key.getPublicKey());
        if (!signature.verifySignature()) {
            throw new Refused("malformed", "not signed by this key");
        }
        String payload = signature.getPayload();
        return new Signed(
                payload.isEmpty() ? JSON.createObjectNode() : JSON.readTree(payload), key);
    }

    private void account(HttpExchange exchange, String path)
            throws IOException, Refused, JoseException {
        Signed signed = read(exchange, path);
        if (!signed.payload().path("termsOfServiceAgreed").asBoolean()) {
            throw new Refused("userActionRequired", "the terms are not accepted");
        }
        String known = address("/account/" + thumbprint(signed.key()));
        int status = accounts.put(known, signed.key()) == null ? 201 : 200;
        exchange.getResponseHeaders().set("Location", known);
        json(exchange, status, Map.of("status", "valid"));
    }

    private static String thumbprint(JsonWebKey key) throws JoseException {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    private void order(HttpExchange exchange, String path)
            throws IOException, Refused, JoseException {
        List<String> names = new ArrayList<>();
        read(exchange, path)
                .payload()
                .path("identifiers")
                .forEach(one -> names.add(one.path("value").asString()));
        String id = String.valueOf(serial.incrementAndGet());
        orders.put(id, new Ordered(names));
        exchange.getResponseHeaders().set("Location", address("/order/" + id));
        json(exchange, 201, told("/order/" + id));
    }

    private Ordered ordered(String path) throws Refused {
        return Optional.ofNullable(orders.get(path.split("/", -1)[2]))
                .orElseThrow(() -> new Refused("malformed", "no such order"));
    }

    private Map<String, Object> told(String path) throws Refused {
        String id = path.split("/", -1)[2];
        Ordered one = ordered(path);
        return Map.of(
                "status", one.state(),
                "identifiers",
                        one.names.stream()
                                .map(name -> Map.of("type", "dns", "value", name))
                                .toList(),
                "authorizations",
                        one.names.stream()
                                .map(name -> address("/name/" + id + "/" + name))
                                .toList(),
                "finalize", address("/finalize/" + id),
                "certificate", address("/certificate/" + id));
    }

    private Map<String, Object> name(String path) throws Refused {
        String state = ordered(path).states.getOrDefault(path.split("/", -1)[3], "pending");
        return Map.of(
                "status", state,
                "identifier", Map.of("type", "dns", "value", path.split("/", -1)[3]),
                "challenges", List.of(challenge(path, state)));
    }

    private Map<String, Object> challenge(String path, String state) {
        String place = path.substring(path.indexOf('/', 1));
        Map<String, Object> told =
                Map.of(
                        "type",
                        "http-01",
                        "url",
                        address("/challenge" + place),
                        "token",
                        token(place),
                        "status",
                        state);
        if (!state.equals("invalid")) {
            return told;
        }
        Map<String, Object> with = new HashMap<>(told);
        with.put(
                "error",
                Map.of(
                        "type", "urn:ietf:params:acme:error:unauthorized",
                        "detail", "another answer than it should be"));
        return with;
    }

    private static String token(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("token of " + place).getBytes(StandardCharsets.UTF_8));
    }

    /** Looks at once, as the name's host. */
    private Map<String, Object> challenge(String path, Signed by)
            throws IOException, Refused, JoseException {
        String name = path.split("/", -1)[3];
        String token = token(path.substring(path.indexOf('/', 1)));
        String found = RawHttp.get(challengedPort, name, "/.well-known/acme-challenge/" + token);
        String wanted = token + "." + thumbprint(by.key());
        boolean right =
                found.startsWith("HTTP/1.1 200")
                        && found.substring(found.indexOf("\r\n\r\n")).strip().equals(wanted);
        String state = right ? "valid" : "invalid";
        ordered(path).states.put(name, state);
        return challenge(path, state);
    }

    private Map<String, Object> finish(String path, Signed by)
            throws IOException, Refused, PKCSException, OperatorCreationException {
        Ordered one = ordered(path);
        if (!one.state().equals("ready")) {
            throw new Refused("orderNotReady", one.state());
        }
        PKCS10CertificationRequest request =
                new PKCS10CertificationRequest(
                        Base64.getUrlDecoder().decode(by.payload().path("csr").asString()));
        PublicKey key = new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo());
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
                || !Set.copyOf(names(request)).equals(Set.copyOf(one.names))) {
            throw new Refused("badCSR", "of another key or for other names");
        }
        Wish wish = Wish.of(clock.instant(), one.names.toArray(String[]::new));
        one.chain = TestAuthority.pem(signs.issue(key, wish), signs.below());
        return told(path);
    }

    private static List<String> names(PKCS10CertificationRequest request) {
        Extensions wanted =
                Extensions.getInstance(
                        request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)[0]
                                .getAttrValues()
                                .getObjectAt(0));
        List<String> names = new ArrayList<>();
        for (GeneralName name :
                GeneralNames.fromExtensions(wanted, Extension.subjectAlternativeName).getNames()) {
            names.add(name.getName().toString());
        }
        return names;
    }

    private void json(HttpExchange exchange, int status, Map<String, Object> said)
            throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsString(said));
    }

    private void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        String nonce = "nonce-" + serial.incrementAndGet();
        nonces.add(nonce);
        exchange.getResponseHeaders().set("Replay-Nonce", nonce);
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || octets.length == 0 ? -1 : octets.length);
        if (!head) {
            exchange.getResponseBody().write(octets);
        }
    }
}
