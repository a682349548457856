package org.sonnerie.pbx.secondfactor;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes for whoever has lost his telephone: {@code ABCD-EFGH-IJKL-MNOP}, 80 bits each. */
final class RecoveryCodes {
    /** How many are given out at a time. */
    static final int COUNT = 10;

    private static final int OCTETS = 10;
    private static final Pattern FOUR = Pattern.compile("(.{4})(?=.)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private RecoveryCodes() {}

    /** New ones. */
    static List<String> made(SecureRandom random) {
        Set<String> codes = new HashSet<>();
        while (codes.size() < COUNT) {
            byte[] octets = new byte[OCTETS];
            random.nextBytes(octets);
            codes.add(FOUR.matcher(Base32.write(octets)).replaceAll("$1-"));
        }
        return List.copyOf(codes);
    }

    /** What of it counts, however it was typed. */
    static String plain(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
