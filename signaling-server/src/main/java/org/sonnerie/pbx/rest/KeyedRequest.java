package org.sonnerie.pbx.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A request whose content was read to compare it, and is read again to do it. */
final class KeyedRequest extends HttpServletRequestWrapper {
    private final byte[] content;

    KeyedRequest(HttpServletRequest request, byte[] content) {
        super(request);
        this.content = content;
    }

    /** Of all that says what is to be done. */
    String digest() {
        MessageDigest digest = sha256();
        for (String part :
                new String[] {
                    getMethod(),
                    getRequestURI(),
                    String.valueOf(getQueryString()),
                    String.valueOf(getContentType()),
                    String.valueOf(getHeader(HttpHeaders.IF_MATCH))
                }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(content));
    }

    static String digestOf(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream rest = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return rest.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("this is read at once");
            }

            @Override
            public int read() {
                return rest.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return rest.read(into, offset, length);
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        Charset charset =
                Optional.ofNullable(getCharacterEncoding())
                        .map(Charset::forName)
                        .orElse(StandardCharsets.UTF_8);
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(content), charset));
    }
}
