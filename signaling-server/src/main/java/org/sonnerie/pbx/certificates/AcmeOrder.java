package org.sonnerie.pbx.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that is to be had by ACME (RFC 8555), and how that went. Kept in the data folder.
 *
 * @param directory address of the authority's directory
 * @param contact mail address that the authority may write to
 * @param names the certificate is to be good for
 * @param company of the provider who wants it, whose audit log is told
 * @param tried when the authority was last asked
 * @param failures how often in a row it went wrong
 * @param trouble what went wrong last
 * @param detail what the authority said of that
 */
public record AcmeOrder(
        String directory,
        String contact,
        List<String> names,
        String company,
        Optional<Instant> tried,
        int failures,
        Optional<Trouble> trouble,
        String detail) {
    /** Authorities count failures: five in an hour are too many for the largest of them. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);

    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /** Whatever the authority gives, it is not asked at once again. */
    private static final Duration AFTER_SUCCESS = Duration.ofHours(1);

    private static final int LONGEST_DETAIL = 500;

    /** Copies the list. */
    public AcmeOrder {
        names = List.copyOf(names);
    }

    /** What can go wrong. */
    public enum Trouble {
        /** The authority cannot be reached, or is not there. */
        NO_CONNECTION,
        /** The authority stands where this server may not be led. */
        NOT_ALLOWED,
        /** The authority did not find the answer that proves the name is ours. */
        NOT_PROVEN,
        /** The authority was asked too often. */
        TOO_OFTEN,
        /** The authority wants its new terms to be accepted, or something like it. */
        ACTION_NEEDED,
        /** The authority says no for another reason, or what it says is no ACME. */
        REFUSED,
        /** What the authority gave is no certificate that can be used. */
        UNUSABLE,
        /** The authority was not ready within minutes. */
        TIMED_OUT
    }

    static AcmeOrder of(String directory, String contact, List<String> names, String company) {
        return new AcmeOrder(
                directory, contact, names, company, Optional.empty(), 0, Optional.empty(), "");
    }

    AcmeOrder succeeded(Instant now) {
        return new AcmeOrder(
                directory, contact, names, company, Optional.of(now), 0, Optional.empty(), "");
    }

    AcmeOrder failed(Instant now, Trouble why, String said) {
        return new AcmeOrder(
                directory,
                contact,
                names,
                company,
                Optional.of(now),
                failures + 1,
                Optional.of(why),
                said.substring(0, Math.min(said.length(), LONGEST_DETAIL)));
    }

    /**
     * When the authority may be asked next by itself.
     *
     * @return empty: at once
     */
    public Optional<Instant> notBefore() {
        return tried.map(last -> last.plus(pause()));
    }

    private Duration pause() {
        if (failures == 0) {
            return AFTER_SUCCESS;
        }
        Duration longer = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
