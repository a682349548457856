package org.sonnerie.pbx.live;

import java.time.Duration;
import java.time.Instant;

/**
 * Says how long something has lasted; the page's script says it alike.
 *
 * @param now when
 */
public record Elapsed(Instant now) {
    private static final int MINUTE = 60;

    /**
     * As minutes and seconds, with hours before them where there are any.
     *
     * @param since an instant as ISO 8601, or nothing
     * @return such as {@code 2:14} or {@code 1:02:14}; nothing for nothing
     */
    public String since(String since) {
        return since.isEmpty() ? "" : text(Duration.between(Instant.parse(since), now));
    }

    private static String text(Duration lasted) {
        long seconds = Math.max(0, lasted.toSeconds());
        long minutes = seconds / MINUTE;
        String rest = ":%02d".formatted(seconds % MINUTE);
        return minutes < MINUTE
                ? minutes + rest
                : "%d:%02d%s".formatted(minutes / MINUTE, minutes % MINUTE, rest);
    }
}
