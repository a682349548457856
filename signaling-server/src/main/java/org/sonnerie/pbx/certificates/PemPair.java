package org.sonnerie.pbx.certificates;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sonnerie.pbx.certificates.CertificateRefusedException.Reason;
import org.sonnerie.pbx.config.PemKey;

/**
 * A private key, the certificate that fits it, and those that answer for that one, each signed by
 * the next.
 *
 * @param key of the first certificate
 * @param chain in order, however they stood in the file
 */
record PemPair(PrivateKey key, List<X509Certificate> chain) {
    /** Characters of a file; a long chain with large keys has a tenth of it. */
    static final int LONGEST = 100_000;

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
    private static final int SMALLEST_RSA = 2_048;
    private static final Set<Integer> CURVES = Set.of(256, 384, 521);
    private static final byte[] TRIAL = "does the key fit?".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    /** Copies the list. */
    PemPair {
        chain = List.copyOf(chain);
    }

    /** Reads and judges what somebody uploaded. */
    static PemPair read(String certificates, String keyText, Instant now)
            throws CertificateRefusedException {
        refuseIf(certificates.length() > LONGEST, Reason.CHAIN_TOO_LARGE);
        refuseIf(keyText.length() > LONGEST, Reason.KEY_TOO_LARGE);
        List<X509Certificate> found = certificates(certificates);
        refuseIf(PemKey.isEncrypted(keyText), Reason.KEY_ENCRYPTED);
        PrivateKey key =
                PemKey.read(keyText)
                        .orElseThrow(() -> new CertificateRefusedException(Reason.NO_KEY));
        return of(key, found, now);
    }

    /** Judges a key and certificates, and puts them in order. */
    static PemPair of(PrivateKey key, List<X509Certificate> found, Instant now)
            throws CertificateRefusedException {
        X509Certificate own = fitting(found, key);
        refuseIf(!isStrong(own.getPublicKey()), Reason.KEY_WEAK);
        List<X509Certificate> chain = ordered(own, found);
        for (X509Certificate one : chain) {
            refuseUnlessGood(one, now);
        }
        refuseIf(!isForServers(own), Reason.NOT_FOR_SERVERS);
        return new PemPair(key, chain);
    }

    private static void refuseIf(boolean wrong, Reason reason) throws CertificateRefusedException {
        if (wrong) {
            throw new CertificateRefusedException(reason);
        }
    }

    private static List<X509Certificate> certificates(String text)
            throws CertificateRefusedException {
        Set<X509Certificate> found = new LinkedHashSet<>();
        for (String one : CERTIFICATE.matcher(text).results().map(hit -> hit.group()).toList()) {
            found.add(certificate(one));
        }
        refuseIf(found.isEmpty(), Reason.NO_CERTIFICATE);
        return List.copyOf(found);
    }

    private static X509Certificate certificate(String text) throws CertificateRefusedException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            text.getBytes(StandardCharsets.UTF_8)));
        } catch (CertificateException e) {
            throw new CertificateRefusedException(Reason.CERTIFICATE_DAMAGED);
        }
    }

    private static X509Certificate fitting(List<X509Certificate> found, PrivateKey key)
            throws CertificateRefusedException {
        return found.stream()
                .filter(one -> fits(key, one.getPublicKey()))
                .findFirst()
                .orElseThrow(() -> new CertificateRefusedException(Reason.KEY_DOES_NOT_FIT));
    }

    /** What one signs, the other has to recognise. */
    private static boolean fits(PrivateKey key, PublicKey open) {
        if (!key.getAlgorithm().equals(open.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance("SHA256with" + (isRsa(open) ? "RSA" : "ECDSA"));
            signature.initSign(key);
            signature.update(TRIAL);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(TRIAL);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isRsa(PublicKey open) {
        return open.getAlgorithm().equals("RSA");
    }

    private static boolean isStrong(PublicKey open) {
        return switch (open) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
            case ECPublicKey curve ->
                    CURVES.contains(curve.getParams().getCurve().getField().getFieldSize());
            default -> false;
        };
    }

    /** From one to the next that signed it; nothing may be left over. */
    private static List<X509Certificate> ordered(X509Certificate own, List<X509Certificate> found)
            throws CertificateRefusedException {
        List<X509Certificate> rest = new ArrayList<>(found);
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(own);
        while (next.isPresent()) {
            X509Certificate one = next.get();
            rest.remove(one);
            chain.add(one);
            next = rest.stream().filter(above -> signed(above, one)).findFirst();
        }
        refuseIf(!rest.isEmpty(), Reason.CHAIN_BROKEN);
        return chain;
    }

    private static boolean signed(X509Certificate above, X509Certificate one) {
        if (!above.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
            return false;
        }
        try {
            one.verify(above.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void refuseUnlessGood(X509Certificate one, Instant now)
            throws CertificateRefusedException {
        try {
            one.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new CertificateRefusedException(Reason.EXPIRED);
        } catch (CertificateNotYetValidException e) {
            throw new CertificateRefusedException(Reason.NOT_YET_VALID);
        }
    }

    private static boolean isForServers(X509Certificate own) throws CertificateRefusedException {
        try {
            List<String> uses = own.getExtendedKeyUsage();
            return uses == null || uses.stream().anyMatch(FOR_SERVERS::contains);
        } catch (CertificateException e) {
            throw new CertificateRefusedException(Reason.CERTIFICATE_DAMAGED);
        }
    }
}
