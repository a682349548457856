package org.sonnerie.trunk.registration;

import java.time.Instant;
import java.util.List;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.UserEffect;

/** Finds out and tells whether one trunk stands. Owned by one thread. */
public sealed interface TrunkWatch permits Registration, OptionsCheck, OptionsProbe {
    /**
     * A response to a request of this watch came.
     *
     * @param key of the request
     * @param response provisional or final
     * @param now the time
     */
    void response(ClientKey key, SipResponse response, Instant now);

    /**
     * Nothing answers a request of this watch.
     *
     * @param key of the request
     * @param now the time
     */
    void noAnswer(ClientKey key, Instant now);

    /**
     * Time went by; the first one begins.
     *
     * @param now the time
     */
    void tick(Instant now);

    /**
     * The trunk is no more, or not as it was.
     *
     * @param takesBack whether a registration is taken back: not where another one takes its place
     */
    void stop(boolean takesBack);

    /**
     * When {@link #tick} is due.
     *
     * @return {@link org.sonnerie.trunk.sip.Timing#NEVER} if nothing is awaited
     */
    Instant deadline();

    /**
     * Takes what is to be done.
     *
     * @return in order; empty if nothing
     */
    List<UserEffect> drain();
}
