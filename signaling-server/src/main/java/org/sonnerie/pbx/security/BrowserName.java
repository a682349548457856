package org.sonnerie.pbx.security;

import java.util.List;
import java.util.Optional;

/**
 * A browser in short words, guessed from how it names itself (RFC 9110 section 10.1.5). Anybody can
 * claim anything there: it helps one's memory, no more.
 *
 * @param program such as {@code Firefox}; empty: unknown
 * @param system such as {@code Windows}; empty: unknown
 */
public record BrowserName(Optional<String> program, Optional<String> system) {
    /** Each also claims to be those below it: the first that fits is the one. */
    private static final List<Sign> PROGRAMS =
            List.of(
                    new Sign("Edg", "Edge"),
                    new Sign("OPR/", "Opera"),
                    new Sign("Firefox/", "Firefox"),
                    new Sign("FxiOS/", "Firefox"),
                    new Sign("Chrome/", "Chrome"),
                    new Sign("CriOS/", "Chrome"),
                    new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS =
            List.of(
                    new Sign("Windows", "Windows"),
                    new Sign("Android", "Android"),
                    new Sign("iPhone", "iPhone"),
                    new Sign("iPad", "iPad"),
                    new Sign("Mac OS X", "macOS"),
                    new Sign("CrOS", "ChromeOS"),
                    new Sign("Linux", "Linux"));

    /**
     * Guesses.
     *
     * @param agent the header {@code User-Agent}
     * @return what could be made out
     */
    public static BrowserName of(String agent) {
        return new BrowserName(first(PROGRAMS, agent), first(SYSTEMS, agent));
    }

    private static Optional<String> first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.text()))
                .map(Sign::name)
                .findFirst();
    }

    /**
     * What gives one away.
     *
     * @param text stands in the header
     * @param name what people call it
     */
    private record Sign(String text, String name) {}
}
