package org.sonnerie.trunk.jain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both parsers must read alike, and the form in which it is compared. */
public enum Field {
    START,
    VIA,
    FROM,
    TO,
    CALL_ID,
    CSEQ,
    CONTACT,
    ROUTE,
    RECORD_ROUTE,
    P_ASSERTED_IDENTITY,
    ALLOW,
    ACCEPT,
    UNSUPPORTED,
    PRIVACY,
    MAX_FORWARDS,
    EXPIRES,
    MIN_EXPIRES,
    RETRY_AFTER,
    REASON,
    CONTENT_TYPE,
    AUTHORIZATION,
    PROXY_AUTHORIZATION,
    WWW_AUTHENTICATE,
    PROXY_AUTHENTICATE,
    BODY;

    static final Set<Field> ADDRESSES =
            EnumSet.of(CONTACT, ROUTE, RECORD_ROUTE, P_ASSERTED_IDENTITY);
    static final Set<Field> LISTS = EnumSet.of(ALLOW, UNSUPPORTED, PRIVACY);
    static final Set<Field> WORDS =
            EnumSet.of(
                    MAX_FORWARDS, EXPIRES, MIN_EXPIRES, RETRY_AFTER, REASON, ACCEPT, CONTENT_TYPE);
    static final Set<Field> PROOFS =
            EnumSet.of(AUTHORIZATION, PROXY_AUTHORIZATION, WWW_AUTHENTICATE, PROXY_AUTHENTICATE);

    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");

    String header() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String via(
            String transport,
            String sentBy,
            Optional<String> branch,
            Optional<String> received,
            Optional<String> rport) {
        return "%s %s %s %s %s"
                .formatted(
                        transport,
                        sentBy,
                        branch.orElse("-"),
                        received.orElse("-"),
                        rport.orElse("-"));
    }

    static String party(String name, String uri, Optional<String> tag) {
        return "%s <%s> %s".formatted(name, uri, tag.orElse("-"));
    }

    /** The parameters of a challenge or a proof, quotes taken off, in the order of their names. */
    static String sorted(String value) {
        TreeMap<String, String> all = new TreeMap<>();
        Matcher found = PARAMETER.matcher(value);
        while (found.find()) {
            String text = Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3));
            all.put(found.group(1).toLowerCase(Locale.ROOT), unescaped(text));
        }
        return all.toString();
    }

    /** What a quoted-string stands for; JAIN-SIP leaves its backslashes in. */
    static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
