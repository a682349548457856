package org.sonnerie.pbx.push;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Keys on the curve P-256 as octets, as Web Push carries them (SEC 1, section 2.3.3). */
final class P256 {
    /** 0x04, then both coordinates. */
    static final int POINT_OCTETS = 65;

    /** A private key, a coordinate and what two keys agree on. */
    static final int NUMBER_OCTETS = 32;

    private static final String ALGORITHM = "EC";
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    private static ECParameterSpec curve() {
        return ((ECPublicKey) generate().getPublic()).getParams();
    }

    /** A new pair of keys. */
    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /**
     * A public key.
     *
     * @param point 65 octets, not kept
     * @return empty: no point of the curve. One that is not could make a private key known
     */
    static Optional<ECPublicKey> publicKey(byte[] point) {
        if (point.length != POINT_OCTETS || point[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        BigInteger x = number(point, 1);
        BigInteger y = number(point, 1 + NUMBER_OCTETS);
        if (!isOnCurve(x, y)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (ECPublicKey)
                            KeyFactory.getInstance(ALGORITHM)
                                    .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC keys", e);
        }
    }

    /** Whether y² = x³ + ax + b in the field. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger right =
                x.pow(3)
                        .add(CURVE.getCurve().getA().multiply(x))
                        .add(CURVE.getCurve().getB())
                        .mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    /**
     * A private key.
     *
     * @param octets 32, not kept
     */
    static ECPrivateKey privateKey(byte[] octets) {
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new ECPrivateKeySpec(number(octets, 0), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC keys", e);
        }
    }

    private static BigInteger number(byte[] octets, int from) {
        return new BigInteger(1, Arrays.copyOfRange(octets, from, from + NUMBER_OCTETS));
    }

    /**
     * A public key as octets.
     *
     * @return 65 octets
     */
    static byte[] octets(ECPublicKey key) {
        byte[] point = new byte[POINT_OCTETS];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + NUMBER_OCTETS);
        return point;
    }

    /**
     * A private key as octets.
     *
     * @return 32 octets
     */
    static byte[] octets(ECPrivateKey key) {
        byte[] number = new byte[NUMBER_OCTETS];
        put(key.getS(), number, 0);
        return number;
    }

    /** BigInteger leaves leading zeros out, or puts one before. */
    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, NUMBER_OCTETS);
        System.arraycopy(bytes, bytes.length - length, into, at + NUMBER_OCTETS - length, length);
    }

    /**
     * What both sides get from their own private and the other's public key (ECDH).
     *
     * @return 32 octets
     */
    static byte[] agree(ECPrivateKey own, ECPublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDH on P-256", e);
        }
    }
}
