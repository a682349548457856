package org.sonnerie.rules.planted;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Keeps to all rules. */
public final class Good {
    private static final int[] NUMBERS = {1, 2};

    private Good() {}

    enum Kind {
        ONE,
        TWO
    }

    record Value(Kind kind, Instant at, List<Value> parts) {
        Value later(Duration by) {
            return new Value(
                    kind, at.plus(by), parts.stream().map(part -> part.later(by)).toList());
        }

        int[] numbers() {
            int[] copy = new int[2];
            System.arraycopy(NUMBERS, 0, copy, 0, 2);
            return switch (kind) {
                case ONE -> copy;
                case TWO -> Arrays.copyOf(copy, 1);
            };
        }

        String named() {
            return kind + " at " + at;
        }
    }
}
