package org.sonnerie.e2e.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A push service with one browser, whose keys it has: it can read what is sent (RFC 8291). */
public final class PushService implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int NUMBER = 32;
    private static final int SALT = 16;
    private static final int KEY_AT = 21;
    private static final int POINT = 65;
    private static final int TAG_BITS = 128;

    private final HttpServer server;
    private final KeyPair keys;
    private final byte[] secret = ascii("sixteen octets..");
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();

    private PushService(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
        server.createContext("/", this::take);
        server.start();
    }

    /**
     * Opens one on a free port of 127.0.0.1.
     *
     * @return to be closed
     */
    public static PushService open() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new PushService(HttpServer.create(any, 0), generator.generateKeyPair());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }

    /** A subscription as a browser's {@code PushSubscription.toJSON()} writes it. */
    public String subscription() {
        return "{\"endpoint\":\"http://127.0.0.1:%d/browser\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                .formatted(
                        server.getAddress().getPort(),
                        BASE64.encodeToString(octets((ECPublicKey) keys.getPublic())),
                        BASE64.encodeToString(secret));
    }

    /** Waits for the next message and opens it. */
    public String message() {
        return text(
                Await.untilPresent("a push message", () -> Optional.ofNullable(received.poll())));
    }

    private String text(byte[] body) {
        try {
            byte[] from = Arrays.copyOfRange(body, KEY_AT, KEY_AT + POINT);
            byte[] info =
                    ByteBuffer.allocate(SALT - 2 + POINT + POINT)
                            .put(ascii("WebPush: info\0"))
                            .put(octets((ECPublicKey) keys.getPublic()))
                            .put(from)
                            .array();
            byte[] input = expand(mac(secret, shared(from)), info, NUMBER);
            byte[] pseudo = mac(Arrays.copyOf(body, SALT), input);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(
                            expand(pseudo, ascii("Content-Encoding: aes128gcm\0"), SALT), "AES"),
                    new GCMParameterSpec(
                            TAG_BITS, expand(pseudo, ascii("Content-Encoding: nonce\0"), 12)));
            byte[] plain = cipher.doFinal(body, KEY_AT + POINT, body.length - KEY_AT - POINT);
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not sealed for this browser", e);
        }
    }

    private byte[] shared(byte[] from) throws GeneralSecurityException {
        ECPoint point =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(from, 1, 1 + NUMBER)),
                        new BigInteger(1, Arrays.copyOfRange(from, 1 + NUMBER, POINT)));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        point, ((ECPublicKey) keys.getPublic()).getParams())),
                true);
        return agreement.generateSecret();
    }

    private static byte[] octets(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + NUMBER);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - length, into, at + NUMBER - length, length);
    }

    /** RFC 5869, section 2.3, for no more than one block. */
    private static byte[] expand(byte[] pseudo, byte[] info, int octets)
            throws GeneralSecurityException {
        byte[] counted = Arrays.copyOf(info, info.length + 1);
        counted[info.length] = 1;
        return Arrays.copyOf(mac(pseudo, counted), octets);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
