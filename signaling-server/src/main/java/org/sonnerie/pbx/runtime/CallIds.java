package org.sonnerie.pbx.runtime;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;

/** Makes ids of calls: they sort by the time they were made and cannot be guessed. Thread safe. */
final class CallIds {
    private static final int RANDOM_BITS = 80;
    private static final int JOINING_BITS = 60;

    private final SecureRandom random = new SecureRandom();

    CallId next(Instant now) {
        var time = Long.toString(now.toEpochMilli(), 32);
        var chance = new BigInteger(RANDOM_BITS, random).toString(32);
        return new CallId("c" + time + "x" + chance);
    }

    /** A leg that comes into a call; no other of it has this name. */
    LegId joining(CallId call) {
        return new LegId(call.text() + "-j" + new BigInteger(JOINING_BITS, random).toString(32));
    }

    /** The call a leg belongs to: what stands before the last hyphen. */
    static CallId callOf(LegId leg) {
        int hyphen = leg.text().lastIndexOf('-');
        return new CallId(hyphen > 0 ? leg.text().substring(0, hyphen) : leg.text());
    }
}
