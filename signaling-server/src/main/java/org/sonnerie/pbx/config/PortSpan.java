package org.sonnerie.pbx.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of ports, written {@code first-last}; 0-0 = any free ones.
 *
 * @param first the lowest
 * @param last the highest, not below the first
 */
public record PortSpan(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    /** Checks order and size. */
    public PortSpan {
        if (first < 0 || last < first || last > 65_535) {
            throw new IllegalArgumentException("not a range of ports: " + first + "-" + last);
        }
    }

    /**
     * Reads the written form; Spring's conversion calls it.
     *
     * @param text such as {@code 20000-29999}, or {@code 0} for any free ones
     * @return the range
     * @throws IllegalArgumentException if it is none
     */
    public static PortSpan valueOf(String text) {
        if (text.strip().equals("0")) {
            return new PortSpan(0, 0);
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a range of ports is written first-last: " + text);
        }
        return new PortSpan(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }
}
