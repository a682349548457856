package org.sonnerie.trunk.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.NameAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipText;
import org.sonnerie.trunk.sip.SipUri;

/** Telephone numbers in SIP: how they are written and how they are read. */
public final class Numbers {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NUMBER = 64;

    /**
     * What no screen shows as a sign of its own (line ends and other controls, what turns the
     * direction of writing, private and unassigned signs), but for the joiners that some scripts
     * are written with.
     */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d]]");

    private Numbers() {}

    /**
     * The URI that calls a number: E.164 with {@code user=phone}, a short number as it is.
     *
     * @param number E.164 with "+", or digits, "*" and "#"
     * @param host the carrier
     * @param port 0 for none
     * @return a sip URI
     */
    public static SipUri uri(String number, String host, int port) {
        SipUri uri = SipUri.of(SipText.escapedUser(number), host, port);
        return number.startsWith("+") ? uri.with("user", "phone") : uri;
    }

    /**
     * The number dialled, as the Request-URI carries it.
     *
     * @param request an INVITE
     * @return with "+" where it can be read so; may be empty
     */
    public static String called(SipRequest request) {
        return SipUri.parse(request.uri()).map(Numbers::number).orElse("");
    }

    /**
     * The number dialled, where the Request-URI only names our account: carriers that call a
     * registered Contact say it in P-Called-Party-ID (RFC 7315), or leave it in To.
     *
     * @param request an INVITE
     * @return with "+" where it can be read so; empty if neither says another one
     */
    public static Optional<String> addressed(SipRequest request) {
        Optional<NameAddress> party =
                request.headers().first("P-Called-Party-ID").flatMap(NameAddress::parse);
        return party.or(() -> Optional.of(request.to()))
                .flatMap(NameAddress::sipUri)
                .map(Numbers::number)
                .filter(number -> !number.isEmpty() && !number.equals(called(request)));
    }

    /**
     * The caller's number: P-Asserted-Identity (RFC 3325), which the trunk vouches for, else From.
     *
     * @param request an INVITE
     * @return empty if it is withheld or none is said
     */
    public static Optional<String> caller(SipRequest request) {
        return withheld(request)
                ? Optional.empty()
                : identity(request)
                        .flatMap(NameAddress::sipUri)
                        .map(Numbers::number)
                        .filter(number -> !number.isEmpty());
    }

    /**
     * The caller's display name.
     *
     * @param request an INVITE
     * @return text of one line, without what is not seen or turns the direction of writing, at most
     *     80 characters; may be empty
     */
    public static String callerName(SipRequest request) {
        if (withheld(request)) {
            return "";
        }
        String asserted = identity(request).map(NameAddress::displayName).orElse("");
        String name = asserted.isEmpty() ? request.from().displayName() : asserted;
        return seen(SipText.utf8(name), " ", LONGEST_NAME);
    }

    /** Strangers write it and people read it. */
    private static String seen(String text, String instead, int longest) {
        String line = UNSEEN.matcher(text).replaceAll(instead).strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end);
    }

    private static Optional<NameAddress> identity(SipRequest request) {
        List<NameAddress> asserted =
                request.headers().elements("P-Asserted-Identity").stream()
                        .map(NameAddress::parse)
                        .flatMap(Optional::stream)
                        .filter(address -> address.sipUri().isPresent())
                        .toList();
        return asserted.isEmpty() ? Optional.of(request.from()) : Optional.of(asserted.getFirst());
    }

    /** Privacy (RFC 3323 section 4.2, RFC 3325 section 9.3), or a From that says nothing. */
    private static boolean withheld(SipRequest request) {
        Headers headers = request.headers();
        String privacy =
                String.join(";", headers.lines("Privacy"))
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "");
        boolean wanted =
                List.of(privacy.split(";", -1)).stream()
                        .anyMatch(v -> v.equals("id") || v.equals("user") || v.equals("header"));
        boolean unnamed =
                headers.first("P-Asserted-Identity").isEmpty()
                        && request.from()
                                .sipUri()
                                .filter(uri -> uri.user().equalsIgnoreCase("anonymous"))
                                .isPresent();
        return wanted || unnamed;
    }

    /** The user part without password, parameters, escapes and visual separators (RFC 3966). */
    private static String number(SipUri uri) {
        String[] parts = uri.user().split(";", -1);
        String user = SipText.utf8(SipText.unescaped(parts[0].split(":", 2)[0]));
        String bare = user.matches("[+0-9.()\\- ]+") ? user.replaceAll("[.()\\- ]", "") : user;
        String context = uri.parameters().get("phone-context").orElse(context(parts));
        if (context.startsWith("+") && bare.matches("[0-9]+")) {
            bare = context.replaceAll("[.()\\-]", "") + bare;
        }
        String digits = bare.replaceFirst("^00", "+");
        String readable = digits.matches("\\+[1-9][0-9]{6,14}") ? digits : bare;
        return seen(readable, "", LONGEST_NUMBER);
    }

    private static String context(String[] parts) {
        for (String part : parts) {
            if (part.startsWith("phone-context=")) {
                return part.substring("phone-context=".length());
            }
        }
        return "";
    }
}
