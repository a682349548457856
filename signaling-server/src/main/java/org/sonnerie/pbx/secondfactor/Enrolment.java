package org.sonnerie.pbx.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A second factor on its way: it counts once a code has proved that the app has the secret.
 *
 * @param secret in base 32, to be typed or scanned
 */
public record Enrolment(String secret) {
    private static final Pattern FOUR = Pattern.compile("(.{4})(?=.)");

    /**
     * The secret as one types it.
     *
     * @return in groups of four
     */
    public String grouped() {
        return FOUR.matcher(secret).replaceAll("$1 ");
    }

    /**
     * What the app reads from the picture: Google Authenticator's key URI, which all apps know.
     *
     * @param userName under which the app shows it
     * @return an {@code otpauth} address
     */
    public String address(String userName) {
        String name = URLEncoder.encode(userName, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Sonnerie:" + name + "?secret=" + secret + "&issuer=Sonnerie";
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
