package org.sonnerie.pbx.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.sonnerie.pbx.config.KeyFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key by which push services know this server (VAPID, RFC 8292). Browsers bind their
 * subscriptions to it: with another key they would have to subscribe anew. Thread safe.
 */
final class VapidKey {
    /** RFC 8292, section 2: at most 24 hours; clocks differ. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"ES256\"}";

    private final JsonMapper mapper = new JsonMapper();
    private final ECPrivateKey key;
    private final String publicKey;
    private final Optional<String> contact;

    private VapidKey(ECPrivateKey key, String publicKey, Optional<String> contact) {
        this.key = key;
        this.publicKey = publicKey;
        this.contact = contact;
    }

    /**
     * The key in a file; made where there is none.
     *
     * <pre>
     * public key, 65 octets | private key, 32
     * </pre>
     *
     * @param file in a folder that exists
     * @param contact a mailto: or https: address for those who run push services
     */
    static VapidKey of(Path file, Optional<String> contact) {
        byte[] octets =
                KeyFile.octets(file, P256.POINT_OCTETS + P256.NUMBER_OCTETS, VapidKey::made);
        byte[] point = Arrays.copyOf(octets, P256.POINT_OCTETS);
        if (P256.publicKey(point).isEmpty()) {
            throw new IllegalStateException("the key file " + file + " holds no key of P-256");
        }
        ECPrivateKey own =
                P256.privateKey(Arrays.copyOfRange(octets, P256.POINT_OCTETS, octets.length));
        Arrays.fill(octets, (byte) 0);
        return new VapidKey(own, BASE64.encodeToString(point), contact);
    }

    private static byte[] made() {
        KeyPair pair = P256.generate();
        byte[] octets =
                Arrays.copyOf(
                        P256.octets((ECPublicKey) pair.getPublic()),
                        P256.POINT_OCTETS + P256.NUMBER_OCTETS);
        byte[] number = P256.octets((ECPrivateKey) pair.getPrivate());
        System.arraycopy(number, 0, octets, P256.POINT_OCTETS, number.length);
        return octets;
    }

    /**
     * What a page gives its browser as {@code applicationServerKey}.
     *
     * @return 65 octets as base64url
     */
    String publicKey() {
        return publicKey;
    }

    /**
     * The header {@code Authorization} of a push request.
     *
     * @param endpoint where it goes
     * @param now the time
     */
    String authorization(URI endpoint, Instant now) {
        ObjectNode claims = mapper.createObjectNode();
        claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        contact.ifPresent(address -> claims.put("sub", address));
        String content = coded(HEADER) + "." + coded(mapper.writeValueAsString(claims));
        return "vapid t=" + content + "." + signed(content) + ", k=" + publicKey;
    }

    private static String coded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }
}
