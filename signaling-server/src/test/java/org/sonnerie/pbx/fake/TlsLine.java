package org.sonnerie.pbx.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** One connection by HTTPS that is kept open, to whatever certificate. */
public final class TlsLine implements AutoCloseable {
    private final SSLSocket socket;
    private final BufferedReader in;

    public TlsLine(int port) {
        try {
            socket =
                    (SSLSocket)
                            trustingAll()
                                    .getSocketFactory()
                                    .createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate that whoever connects now is shown. */
    public static X509Certificate shown(int port) {
        try (TlsLine line = new TlsLine(port)) {
            return line.certificate();
        }
    }

    public X509Certificate certificate() {
        try {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status line and headers of an answer without its body. */
    public List<String> head(String path) {
        try {
            socket.getOutputStream()
                    .write(
                            "HEAD %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(StandardCharsets.UTF_8));
            List<String> head = new ArrayList<>();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                head.add(line);
                line = in.readLine();
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SSLContext trustingAll() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket over) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket over) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine over) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine over) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
