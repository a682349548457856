package org.sonnerie.pbx.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's side of a subscription: opens what was sealed for it (RFC 8291, section 3). */
final class Opening {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = P256.generate();
    private final byte[] secret = "sixteen octets..".getBytes(StandardCharsets.US_ASCII);

    String p256dh() {
        return BASE64.encodeToString(P256.octets((ECPublicKey) keys.getPublic()));
    }

    String auth() {
        return BASE64.encodeToString(secret);
    }

    /** The text in the body of a push request. */
    String text(byte[] body) {
        byte[] salt = Arrays.copyOf(body, 16);
        int keyOctets = ByteBuffer.wrap(body).get(20);
        byte[] from = Arrays.copyOfRange(body, 21, 21 + keyOctets);
        byte[] record = Arrays.copyOfRange(body, 21 + keyOctets, body.length);
        try {
            byte[] shared =
                    P256.agree(
                            (ECPrivateKey) keys.getPrivate(), P256.publicKey(from).orElseThrow());
            ByteBuffer info = ByteBuffer.allocate(14 + 65 + 65);
            info.put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII));
            info.put(P256.octets((ECPublicKey) keys.getPublic())).put(from);
            byte[] input = expand(mac(secret, shared), info.array(), 32);
            byte[] pseudo = mac(salt, input);
            byte[] key = expand(pseudo, ascii("Content-Encoding: aes128gcm\0"), 16);
            byte[] nonce = expand(pseudo, ascii("Content-Encoding: nonce\0"), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, nonce));
            byte[] plain = cipher.doFinal(record);
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not sealed for this browser", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
}
