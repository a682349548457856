package org.sonnerie.pbx.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.sonnerie.pbx.config.FailureCount;

/**
 * Slows down those who guess passwords. Counts failures for each user name from one address, and
 * for each address, whether or not such a user exists. Thread safe.
 */
final class LogInThrottle {
    private static final int FAILURES_PER_USER = 8;
    private static final int FAILURES_PER_ADDRESS = 40;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final FailureCount failures = new FailureCount(FORGOTTEN_AFTER);

    /**
     * Whether another try is allowed.
     *
     * @param userName as typed
     * @param address the IP literal it comes from
     * @param now the time
     * @return false: too many failures
     */
    synchronized boolean allows(String userName, String address, Instant now) {
        return failures.of(user(userName, address), now) < FAILURES_PER_USER
                && failures.of(address, now) < FAILURES_PER_ADDRESS;
    }

    /**
     * A try failed.
     *
     * @param userName as typed
     * @param address the IP literal it came from
     * @param now the time
     */
    synchronized void failed(String userName, String address, Instant now) {
        failures.add(user(userName, address), now);
        failures.add(address, now);
    }

    /**
     * A try succeeded: this user at this address is himself.
     *
     * @param userName as typed
     * @param address the IP literal it came from
     */
    synchronized void succeeded(String userName, String address) {
        failures.forget(user(userName, address));
    }

    private static String user(String userName, String address) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        return address + " " + name.substring(0, Math.min(name.length(), 64));
    }
}
