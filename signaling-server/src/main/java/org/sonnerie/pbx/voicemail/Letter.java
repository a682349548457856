package org.sonnerie.pbx.voicemail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * A mail that tells one address of one message.
 *
 * @param id the same for the same message and address, whenever it is made
 * @param message of which
 * @param company whose
 * @param address to whom
 * @param language of the text
 * @param attempts how often it has been tried
 */
record Letter(
        String id,
        MessageId message,
        CompanyId company,
        String address,
        Locale language,
        int attempts) {
    private static final int DIGITS = 16;

    /** A new one. */
    Letter(MessageId message, CompanyId company, Recipient to) {
        this(key(message, to), message, company, to.address(), to.language(), 0);
    }

    private static String key(MessageId message, Recipient to) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(to.address().getBytes(StandardCharsets.UTF_8));
            return message + "-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the address: it stands in logs. */
    @Override
    public String toString() {
        return "mail " + id;
    }
}
