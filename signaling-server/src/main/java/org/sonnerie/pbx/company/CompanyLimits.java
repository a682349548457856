package org.sonnerie.pbx.company;

import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a company may have at most; empty: no limit.
 *
 * @param people who may sign in, and who stand in its plan
 * @param numbers public numbers
 * @param calls at once
 * @param megabytes of voicemail, recordings and prompts together, in 1,000,000 bytes
 */
public record CompanyLimits(
        OptionalInt people, OptionalInt numbers, OptionalInt calls, OptionalInt megabytes) {
    /** No limits. */
    public static final CompanyLimits NONE =
            new CompanyLimits(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    /** The highest that can be set. */
    public static final int HIGHEST = 1_000_000;

    /** Refuses what is no limit. */
    public CompanyLimits {
        if (Stream.of(people, numbers, calls, megabytes)
                .flatMapToInt(OptionalInt::stream)
                .anyMatch(limit -> limit < 0 || limit > HIGHEST)) {
            throw new IllegalArgumentException("a limit is 0 to " + HIGHEST);
        }
    }
}
