package org.sonnerie.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsSRTPUtils;

/** The relay's side: {@code a=setup:passive}. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Bouncy Castle's extensions are raw Hashtables
final class ServerPeer extends DefaultTlsServer {
    private final PeerRules rules;

    ServerPeer(PeerRules rules) {
        super(rules.crypto());
        this.rules = rules;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return rules.versions();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return rules.cipherSuites();
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return PeerRules.HANDSHAKE_TIMEOUT_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return PeerRules.RESEND_MILLIS;
    }

    @Override
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        rules.choose(TlsSRTPUtils.getUseSRTPExtension(extensions));
    }

    @Override
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        Hashtable answer = extensions == null ? new Hashtable() : extensions;
        TlsSRTPUtils.addUseSRTPExtension(answer, rules.chosen());
        return answer;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return rules.signer(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, rules.signatureAlgorithms(), null);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        rules.checkPeer(chain);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        rules.exportKeys(context, false);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        super.notifyAlertReceived(level, description);
        rules.alertReceived(level, description);
    }
}
