package org.sonnerie.pbx.health;

import java.util.List;
import org.sonnerie.pbx.plan.Keyword;

/**
 * How one part of the system is.
 *
 * @param part such as {@code disk}
 * @param level how good
 * @param facts what is said of it, in the order of its words
 */
public record Check(String part, Level level, List<Object> facts) {
    /** Copies the list. */
    public Check {
        facts = List.copyOf(facts);
    }

    /** How good something is. */
    public enum Level {
        /** As it should be. */
        GOOD,
        /** Calls go, and somebody should look after it. */
        WARNING,
        /** Calls suffer, or will soon. */
        BAD
    }

    /**
     * What is said of it.
     *
     * @return key of a message, whose arguments are the facts
     */
    public String key() {
        return "health." + part + "." + Keyword.of(level);
    }

    static Check of(String part, Level level, Object... facts) {
        return new Check(part, level, List.of(facts));
    }
}
