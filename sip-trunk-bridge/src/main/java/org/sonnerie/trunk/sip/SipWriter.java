package org.sonnerie.trunk.sip;

import java.nio.charset.StandardCharsets;

/** Writes messages. */
public final class SipWriter {
    private SipWriter() {}

    /**
     * Writes one message with its Content-Length.
     *
     * @param message any
     * @return what goes over the wire
     */
    public static byte[] write(SipMessage message) {
        StringBuilder out = new StringBuilder(512 + message.body().length());
        switch (message) {
            case SipRequest request ->
                    out.append(request.method())
                            .append(' ')
                            .append(request.uri())
                            .append(" SIP/2.0");
            case SipResponse response ->
                    out.append("SIP/2.0 ")
                            .append(response.status())
                            .append(' ')
                            .append(response.reason());
        }
        out.append("\r\n");
        for (Header header : message.headers().all()) {
            out.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        out.append("Content-Length: ").append(message.body().length()).append("\r\n\r\n");
        return out.append(message.body()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
