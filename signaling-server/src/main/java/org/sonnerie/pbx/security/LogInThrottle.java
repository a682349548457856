package org.sonnerie.pbx.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down those who guess passwords. Counts failures for each user name from one address, and
 * for each address, whether or not such a user exists. Thread safe.
 */
final class LogInThrottle {
    private static final int FAILURES_PER_USER = 8;
    private static final int FAILURES_PER_ADDRESS = 40;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);
    private static final int REMEMBERED = 20_000;

    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * Whether another try is allowed.
     *
     * @param userName as typed
     * @param address the IP literal it comes from
     * @param now the time
     * @return false: too many failures
     */
    synchronized boolean allows(String userName, String address, Instant now) {
        return count(user(userName, address), now) < FAILURES_PER_USER
                && count(address, now) < FAILURES_PER_ADDRESS;
    }

    /**
     * A try failed.
     *
     * @param userName as typed
     * @param address the IP literal it came from
     * @param now the time
     */
    synchronized void failed(String userName, String address, Instant now) {
        for (String key : new String[] {user(userName, address), address}) {
            failures.put(key, new Failures(count(key, now) + 1, now));
        }
    }

    /**
     * A try succeeded: this user at this address is himself.
     *
     * @param userName as typed
     * @param address the IP literal it came from
     */
    synchronized void succeeded(String userName, String address) {
        failures.remove(user(userName, address));
    }

    private int count(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now)
                ? 0
                : known.count();
    }

    private static String user(String userName, String address) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        return address + " " + name.substring(0, Math.min(name.length(), 64));
    }

    private record Failures(int count, Instant last) {}
}
