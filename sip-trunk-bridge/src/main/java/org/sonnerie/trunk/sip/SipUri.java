package org.sonnerie.trunk.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sip, sips or tel URI (RFC 3261 section 19.1, RFC 3966).
 *
 * @param scheme {@code sip}, {@code sips} or {@code tel}
 * @param user escaped as written, with a password if it has one; of a tel URI the number
 * @param host as written, an IPv6 address in brackets; of a tel URI empty
 * @param port empty where none is written
 * @param parameters the part after the first semicolon
 * @param headers the part after the question mark, as written
 */
public record SipUri(
        String scheme,
        String user,
        String host,
        OptionalInt port,
        Parameters parameters,
        String headers) {
    private static final String USER_MARKS = "-_.!~*'()&=+$,;?/:%#";
    private static final String PARAMETER_MARKS = "-_.!~*'()[]/:&+$%";

    /**
     * A plain sip URI.
     *
     * @param user escaped; may be empty
     * @param host a name or IP literal, an IPv6 one with or without brackets
     * @param port 0 for none
     * @return without parameters
     */
    public static SipUri of(String user, String host, int port) {
        return new SipUri(
                "sip",
                user,
                bracketed(host),
                port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                Parameters.NONE,
                "");
    }

    /**
     * Reads a URI.
     *
     * @param text octets, nothing around it
     * @return empty if it is of another scheme or not well-formed
     */
    public static Optional<SipUri> parse(String text) {
        try {
            return known(scheme(text)) ? Optional.of(read(text)) : Optional.empty();
        } catch (SipSyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The user part of a URI.
     *
     * @param text octets, nothing around it
     * @return escaped as written; empty if there is none to be read
     */
    public static String userOf(String text) {
        return parse(text).map(SipUri::user).orElse("");
    }

    /** Checks a URI of any scheme; throws if it cannot be one. */
    static void check(String text) {
        String scheme = scheme(text);
        if (known(scheme)) {
            read(text);
        } else if (!plain(text)) {
            throw new SipSyntaxException("URI");
        }
    }

    /** The scheme in lower case. */
    static String scheme(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        if (scheme.isEmpty()
                || !scheme.chars().allMatch(c -> SipText.isAlphanumeric(c) || "+-.".indexOf(c) >= 0)
                || !Character.isLetter(scheme.charAt(0))) {
            throw new SipSyntaxException("URI scheme");
        }
        return scheme.toLowerCase(Locale.ROOT);
    }

    private static boolean known(String scheme) {
        return scheme.equals("sip") || scheme.equals("sips") || scheme.equals("tel");
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>' && c != '"');
    }

    private static SipUri read(String text) {
        String scheme = scheme(text);
        TextCursor cursor = new TextCursor(text);
        cursor.takeUntil(scheme.length() + 1);
        String user = "";
        int at = cursor.indexOf('@');
        if (scheme.equals("tel")) {
            user = cursor.takeWhile(c -> SipText.isHexDigit(c) || "+-.()*#".indexOf(c) >= 0);
        } else if (at >= 0) {
            user = user(cursor.takeUntil(at));
            cursor.expect('@', "user");
        }
        String host = scheme.equals("tel") ? "" : host(cursor);
        if (host.isEmpty() && user.isEmpty()) {
            throw new SipSyntaxException("empty URI");
        }
        OptionalInt port = port(cursor);
        Parameters parameters = parameters(cursor);
        String headers = cursor.take('?') ? cursor.takeWhile(c -> c > ' ' && c < 127) : "";
        if (!cursor.atEnd()) {
            throw new SipSyntaxException("URI");
        }
        return new SipUri(scheme, user, host, port, parameters, headers);
    }

    private static String user(String user) {
        if (user.isEmpty()) {
            throw new SipSyntaxException("empty user");
        }
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            boolean allowed = SipText.isAlphanumeric(c) || USER_MARKS.indexOf(c) >= 0;
            if (!allowed || (c == '%' && !escape(user, i))) {
                throw new SipSyntaxException("user part");
            }
        }
        return user;
    }

    private static boolean escape(String text, int at) {
        return at + 2 < text.length()
                && SipText.isHexDigit(text.charAt(at + 1))
                && SipText.isHexDigit(text.charAt(at + 2));
    }

    /** Reads a host name, an IPv4 address or an IPv6 address in brackets (RFC 5118). */
    static String host(TextCursor cursor) {
        if (cursor.take('[')) {
            String address = cursor.takeWhile(c -> SipText.isHexDigit(c) || c == ':' || c == '.');
            cursor.expect(']', "IPv6 reference");
            if (address.indexOf(':') < 0) {
                throw new SipSyntaxException("IPv6 reference");
            }
            return "[" + address + "]";
        }
        String host =
                cursor.takeWhile(
                        c -> SipText.isAlphanumeric(c) || c == '.' || c == '-' || c == '_');
        if (host.isEmpty() || host.length() > 255) {
            throw new SipSyntaxException("host");
        }
        return host;
    }

    static OptionalInt port(TextCursor cursor) {
        if (!cursor.take(':')) {
            return OptionalInt.empty();
        }
        String digits = cursor.takeWhile(SipText::isDigit);
        if (digits.isEmpty() || digits.length() > 5 || Integer.parseInt(digits) > 65_535) {
            throw new SipSyntaxException("port");
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private static Parameters parameters(TextCursor cursor) {
        List<Parameters.Parameter> list = new ArrayList<>();
        while (cursor.take(';')) {
            String name = cursor.takeWhile(SipUri::parameterChar);
            Optional<String> value =
                    cursor.take('=')
                            ? Optional.of(cursor.takeWhile(SipUri::parameterChar))
                            : Optional.empty();
            if (name.isEmpty() || value.map(String::isEmpty).orElse(false)) {
                throw new SipSyntaxException("URI parameter");
            }
            list.add(new Parameters.Parameter(name, value));
        }
        return new Parameters(list);
    }

    private static boolean parameterChar(int c) {
        return SipText.isAlphanumeric(c) || PARAMETER_MARKS.indexOf(c) >= 0;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && host.charAt(0) != '[' ? "[" + host + "]" : host;
    }

    /**
     * The host without brackets, as the resolver wants it.
     *
     * @return a name or IP literal
     */
    public String hostName() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * The same with one more parameter.
     *
     * @param name a token
     * @param value octets
     * @return the changed URI
     */
    public SipUri with(String name, String value) {
        return new SipUri(scheme, user, host, port, parameters.with(name, value), headers);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(scheme).append(':').append(user);
        if (!user.isEmpty() && !host.isEmpty()) {
            out.append('@');
        }
        out.append(host);
        port.ifPresent(p -> out.append(':').append(p));
        out.append(parameters);
        return (headers.isEmpty() ? out : out.append('?').append(headers)).toString();
    }
}
