package org.sonnerie.media.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.srtp.SrtpKeys;
import org.sonnerie.media.srtp.SrtpProfile;

/** What both DTLS roles do alike. Owned by the association's thread. */
final class PeerRules {
    static final int HANDSHAKE_TIMEOUT_MILLIS = 20_000;

    /**
     * RFC 6347 section 4.2.4.1 says 1 s; the path is known and one lost packet must not cost it.
     */
    static final int RESEND_MILLIS = 200;

    private static final byte[] NO_MKI = {};

    private final DtlsCertificate certificate;
    private final List<Fingerprint> expected;
    private final BcTlsCrypto crypto;
    private @Nullable SrtpProfile profile;
    private @Nullable SrtpKeys keys;
    private @Nullable DtlsFailure failure;
    private boolean peerSeen;
    private boolean closedByPeer;

    PeerRules(DtlsCertificate certificate, List<Fingerprint> expected, SecureRandom random) {
        this.certificate = certificate;
        this.expected = List.copyOf(expected);
        this.crypto = new BcTlsCrypto(random);
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    /** BC 1.84 has no DTLS 1.3; browsers accept 1.2. */
    ProtocolVersion[] versions() {
        return ProtocolVersion.DTLSv12.only();
    }

    /** Every browser has these; {@link DtlsRecords} counts on AES-GCM. */
    int[] cipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    TlsCredentialedSigner signer(TlsContext context) throws IOException {
        TlsCertificate own = crypto.createCertificate(certificate.encoded());
        Certificate chain = new Certificate(new TlsCertificate[] {own});
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                certificate.privateKey(),
                chain,
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }

    /** The profiles we offer as a client, best first. */
    UseSRTPData offer() {
        SrtpProfile[] ours = SrtpProfile.values();
        int[] ids = new int[ours.length];
        for (int i = 0; i < ours.length; i++) {
            ids[i] = ours[i].id();
        }
        return new UseSRTPData(ids, NO_MKI);
    }

    /** Takes the best of ours that the other side named (RFC 5764 section 4.1.1). */
    void choose(@Nullable UseSRTPData offered) throws IOException {
        if (offered != null) {
            for (SrtpProfile ours : SrtpProfile.values()) {
                if (contains(offered.getProtectionProfiles(), ours.id())) {
                    profile = ours;
                    return;
                }
            }
        }
        failure = DtlsFailure.NO_COMMON_PROFILE;
        throw new TlsFatalAlert(AlertDescription.handshake_failure);
    }

    UseSRTPData chosen() {
        if (profile == null) {
            throw new IllegalStateException("no profile chosen");
        }
        return new UseSRTPData(new int[] {profile.id()}, NO_MKI);
    }

    /** The signalled fingerprint is the only thing that says who the peer is (RFC 8827 5.6). */
    void checkPeer(@Nullable Certificate chain) throws IOException {
        if (chain == null || chain.isEmpty() || !isExpected(chain.getCertificateAt(0))) {
            failure = DtlsFailure.FINGERPRINT_MISMATCH;
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
        peerSeen = true;
    }

    void exportKeys(TlsContext context, boolean weAreClient) throws IOException {
        if (profile == null || !peerSeen) {
            failure =
                    profile == null
                            ? DtlsFailure.NO_COMMON_PROFILE
                            : DtlsFailure.FINGERPRINT_MISMATCH;
            throw new TlsFatalAlert(AlertDescription.handshake_failure);
        }
        int length = 2 * (profile.keyBytes() + profile.saltBytes());
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length);
        keys = SrtpKeys.fromDtls(profile, material, weAreClient);
    }

    /** What a certificate request names: every browser uses ECDSA, an older one RSA. */
    @SuppressWarnings("JdkObsolete") // Bouncy Castle wants a Vector
    Vector<SignatureAndHashAlgorithm> signatureAlgorithms() {
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
        short[] hashes = {HashAlgorithm.sha256, HashAlgorithm.sha384, HashAlgorithm.sha512};
        for (short hash : hashes) {
            algorithms.add(new SignatureAndHashAlgorithm(hash, SignatureAlgorithm.ecdsa));
            algorithms.add(new SignatureAndHashAlgorithm(hash, SignatureAlgorithm.rsa));
        }
        return algorithms;
    }

    void alertReceived(short level, short description) {
        closedByPeer |= level == AlertLevel.fatal || description == AlertDescription.close_notify;
    }

    boolean isClosedByPeer() {
        return closedByPeer;
    }

    @Nullable SrtpKeys keys() {
        return keys;
    }

    @Nullable DtlsFailure failure() {
        return failure;
    }

    private boolean isExpected(TlsCertificate presented) throws IOException {
        byte[] encoded = presented.getEncoded();
        for (Fingerprint announced : expected) {
            if (announced.matches(encoded)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] ids, int id) {
        for (int candidate : ids) {
            if (candidate == id) {
                return true;
            }
        }
        return false;
    }
}
