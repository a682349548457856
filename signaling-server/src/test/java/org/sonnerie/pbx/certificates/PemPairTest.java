package org.sonnerie.pbx.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sonnerie.pbx.fake.TestAuthority.keys;
import static org.sonnerie.pbx.fake.TestAuthority.pem;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.certificates.CertificateRefusedException.Reason;
import org.sonnerie.pbx.fake.TestAuthority;
import org.sonnerie.pbx.fake.TestAuthority.Wish;

class PemPairTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority(NOW);
    private static final Wish USUAL = Wish.of(NOW, "phone.example.org");
    private static final KeyPair KEYS = keys("EC", 256);

    private static String leaf(KeyPair keys, Wish wish) {
        return pem(AUTHORITY.issue(keys.getPublic(), wish));
    }

    private static String pkcs8(KeyPair keys) throws IOException {
        return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
    }

    /** PKCS #1, or SEC 1 with the curve's name, as OpenSSL writes them. */
    private static String olderForm(KeyPair keys) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
        if (!(keys.getPrivate() instanceof ECPrivateKey curve)) {
            return pem(new PemObject("RSA PRIVATE KEY", info.getPrivateKey().getOctets()));
        }
        byte[] octets =
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                                curve.getParams().getOrder().bitLength(),
                                curve.getS(),
                                info.getPrivateKeyAlgorithm().getParameters())
                        .getEncoded();
        return pem(new PemObject("EC PRIVATE KEY", octets));
    }

    private static Reason refusal(String chain, String key) {
        return catchThrowableOfType(
                        CertificateRefusedException.class, () -> PemPair.read(chain, key, NOW))
                .reason();
    }

    @ParameterizedTest
    @CsvSource({"EC, 256", "EC, 384", "EC, 521", "RSA, 2048"})
    void keysAreReadInTheFormsInWhichProgramsWriteThem(String algorithm, int size)
            throws CertificateRefusedException, IOException {
        KeyPair keys = keys(algorithm, size);
        String chain = leaf(keys, USUAL) + pem(AUTHORITY.below());

        String old = olderForm(keys);
        assertThat(old).contains("BEGIN " + algorithm + " PRIVATE KEY");
        // It is taken only where it fits.
        assertThat(PemPair.read(chain, old, NOW).chain()).hasSize(2);
        assertThat(PemPair.read(chain, pkcs8(keys), NOW).key()).isEqualTo(keys.getPrivate());
        assertThat(PemPair.read(chain, chain + old, NOW).chain()).hasSize(2);
    }

    @Test
    void theChainIsPutInOrder() throws CertificateRefusedException, IOException {
        String mixed =
                "subject=/CN=Server\r\n"
                        + pem(AUTHORITY.root())
                        + leaf(KEYS, USUAL)
                        + pem(AUTHORITY.below(), AUTHORITY.below());

        PemPair read = PemPair.read(mixed, pkcs8(KEYS), NOW);

        assertThat(read.chain())
                .extracting(one -> one.getSubjectX500Principal().getName())
                .containsExactly("CN=Server", "CN=Test authority", "CN=Test root");
    }

    @Test
    void whatDoesNotBelongToTheChainIsRefused() throws IOException {
        String leaf = leaf(KEYS, USUAL);

        assertThat(refusal(leaf + pem(AUTHORITY.root()), pkcs8(KEYS)))
                .isEqualTo(Reason.CHAIN_BROKEN);
        // The same names, other keys.
        assertThat(refusal(leaf + pem(new TestAuthority(NOW).below()), pkcs8(KEYS)))
                .isEqualTo(Reason.CHAIN_BROKEN);
    }

    @Test
    void timesAreThoseOfEachCertificate() throws IOException {
        Duration day = Duration.ofDays(1);
        Wish over = USUAL.between(NOW.minus(day.multipliedBy(90)), NOW.minus(day));
        Wish early = USUAL.between(NOW.plus(day), NOW.plus(day.multipliedBy(90)));
        TestAuthority old = new TestAuthority(NOW.minus(day.multipliedBy(3_600)));

        assertThat(refusal(leaf(KEYS, over), pkcs8(KEYS))).isEqualTo(Reason.EXPIRED);
        assertThat(refusal(leaf(KEYS, early), pkcs8(KEYS))).isEqualTo(Reason.NOT_YET_VALID);
        assertThat(refusal(pem(old.issue(KEYS.getPublic(), USUAL), old.below()), pkcs8(KEYS)))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void keysThatAreHiddenMissingOrOthersAreRefused()
            throws IOException, OperatorCreationException {
        String leaf = leaf(KEYS, USUAL);
        String hidden =
                pem(
                        new JcaPKCS8Generator(
                                KEYS.getPrivate(),
                                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                        .setProvider(new BouncyCastleProvider())
                                        .setPassword("geheim".toCharArray())
                                        .build()));
        String hiddenBefore =
                pem(
                        new JcaMiscPEMGenerator(
                                KEYS.getPrivate(),
                                new JcePEMEncryptorBuilder("AES-256-CBC")
                                        .setProvider(new BouncyCastleProvider())
                                        .setSecureRandom(new SecureRandom())
                                        .build("geheim".toCharArray())));

        assertThat(refusal(leaf, hidden)).isEqualTo(Reason.KEY_ENCRYPTED);
        assertThat(refusal(leaf, hiddenBefore)).isEqualTo(Reason.KEY_ENCRYPTED);
        assertThat(refusal(leaf, leaf)).isEqualTo(Reason.NO_KEY);
        assertThat(refusal(leaf, "")).isEqualTo(Reason.NO_KEY);
        assertThat(refusal(leaf, pkcs8(KEYS).replaceFirst("[A-Za-z0-9+/]{40}", "")))
                .isEqualTo(Reason.NO_KEY);
        assertThat(refusal(leaf, pkcs8(keys("EC", 256)))).isEqualTo(Reason.KEY_DOES_NOT_FIT);
        assertThat(refusal(leaf, pkcs8(keys("RSA", 2048)))).isEqualTo(Reason.KEY_DOES_NOT_FIT);
        assertThat(refusal(leaf, pkcs8(keys("Ed25519", 255)))).isEqualTo(Reason.NO_KEY);
        assertThat(refusal(leaf, "x".repeat(100_001))).isEqualTo(Reason.KEY_TOO_LARGE);
    }

    @Test
    void whatIsNoCertificateForAServerIsRefused() throws IOException {
        KeyPair weak = keys("RSA", 1024);
        String key = pkcs8(KEYS);
        String leaf = leaf(KEYS, USUAL);

        assertThat(refusal("", key)).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(refusal("PK\u0003\u0004", key)).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(refusal("x".repeat(100_001), key)).isEqualTo(Reason.CHAIN_TOO_LARGE);
        assertThat(refusal(leaf.replaceFirst("[A-Za-z0-9+/]{40}", ""), key))
                .isEqualTo(Reason.CERTIFICATE_DAMAGED);
        assertThat(refusal(leaf(KEYS, USUAL.forUse(KeyPurposeId.id_kp_emailProtection)), key))
                .isEqualTo(Reason.NOT_FOR_SERVERS);
        assertThat(refusal(leaf(weak, USUAL), pkcs8(weak))).isEqualTo(Reason.KEY_WEAK);
    }
}
