package org.sonnerie.pbx.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider (OpenID Connect Core 1.0) that says of whoever comes what a test wants. */
public final class OwnIdentityProvider implements AutoCloseable {
    static final String CLIENT = "sonnerie";
    static final String SECRET = "canary-client-secret";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RSAKey key = freshKey();
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Object> person = new LinkedHashMap<>();
    private UnaryOperator<JWTClaimsSet.Builder> bent = UnaryOperator.identity();
    private RSAKey signer = key;
    private String called = "";

    public OwnIdentityProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        called = issuer();
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext(
                "/keys", asked -> answer(asked, 200, new JWKSet(key).toPublicJWKSet().toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2_048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says of whoever comes. */
    OwnIdentityProvider says(String claim, Object value) {
        person.put(claim, value);
        return this;
    }

    /** As at first: it says the truth, of nobody. */
    void reset() {
        person.clear();
        bent = UnaryOperator.identity();
        signer = key;
        called = issuer();
    }

    void bends(UnaryOperator<JWTClaimsSet.Builder> how) {
        bent = how;
    }

    void signsWith(RSAKey other) {
        signer = other;
    }

    void callsItself(String issuer) {
        called = issuer;
    }

    /** Whoever is sent here signs in, and is sent back with a code. */
    String approve(String address) {
        Map<String, String> asked = query(URI.create(address).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return URI.create(asked.get("redirect_uri")).getPath()
                + "?code="
                + code
                + "&state="
                + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    }

    private void describe(HttpExchange asked) throws IOException {
        Map<String, Object> said = new HashMap<>();
        said.put("issuer", called);
        said.put("authorization_endpoint", issuer() + "/authorize");
        said.put("token_endpoint", issuer() + "/token");
        said.put("jwks_uri", issuer() + "/keys");
        said.put("userinfo_endpoint", issuer() + "/nobody-asks-here");
        said.put("subject_types_supported", new String[] {"public"});
        said.put("response_types_supported", new String[] {"code"});
        said.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
        answer(asked, 200, JSON.writeValueAsString(said));
    }

    private void token(HttpExchange asked) throws IOException {
        Map<String, String> body =
                query(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> begun =
                Objects.requireNonNullElse(
                        codes.remove(body.getOrDefault("code", "")), Map.<String, String>of());
        String client =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean good =
                client.equals(asked.getRequestHeaders().getFirst("Authorization"))
                        && begun.getOrDefault("redirect_uri", "").equals(body.get("redirect_uri"))
                        && begun.getOrDefault("code_challenge", "").equals(challenge(body));
        if (!good) {
            answer(asked, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token =
                JSON.writeValueAsString(
                        Map.of(
                                "access_token",
                                "a",
                                "token_type",
                                "Bearer",
                                "expires_in",
                                60,
                                "scope",
                                begun.getOrDefault("scope", ""),
                                "id_token",
                                idToken(begun.getOrDefault("nonce", ""))));
        answer(asked, 200, token);
    }

    /** Of the verifier (RFC 7636, section 4.2). */
    private static String challenge(Map<String, String> body) {
        try {
            byte[] verifier =
                    body.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject("someone")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .claim("nonce", nonce);
        person.forEach(claims::claim);
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build(),
                        bent.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange asked, int status, String json) throws IOException {
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(status, octets.length);
        asked.getResponseBody().write(octets);
        asked.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
