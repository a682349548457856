package org.sonnerie.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;

/** The browser's side, {@code a=setup:active}: for warm-up, tests and load clients. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Bouncy Castle's extensions are raw Hashtables
final class ClientPeer extends DefaultTlsClient {
    private final PeerRules rules;

    ClientPeer(PeerRules rules) {
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
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        Hashtable offer = extensions == null ? new Hashtable() : extensions;
        TlsSRTPUtils.addUseSRTPExtension(offer, rules.offer());
        return offer;
    }

    @Override
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        rules.choose(extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions));
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate presented) throws IOException {
                rules.checkPeer(presented.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request)
                    throws IOException {
                return rules.signer(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        rules.exportKeys(context, true);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        super.notifyAlertReceived(level, description);
        rules.alertReceived(level, description);
    }
}
