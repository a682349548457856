package org.sonnerie.media.ice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ice4j.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * The ICE-lite agent of one endpoint (RFC 8445 sections 2.5 and 7.3): answers checks, follows the
 * browser's nominations, watches consent. It never sends a check of its own, and nothing
 * unauthentic changes it. Not thread safe: one owner thread.
 */
public final class IceSession {
    /** After this long without an authentic check we may send nothing more (RFC 7675 5.1). */
    public static final long CONSENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final int UNKNOWN_ATTRIBUTE = 420;
    private static final int ROLE_CONFLICT = 487;
    private static final char[] NO_ATTRIBUTES = {};

    private final ValidatedPairs validated = new ValidatedPairs();
    private final RecentTransactions recent = new RecentTransactions();
    private IceGeneration current;
    private @Nullable IceGeneration previous;
    private @Nullable IcePair selected;
    private boolean nominated;
    private long lastAuthenticNanos;

    /**
     * Begins with one generation of credentials.
     *
     * @param local ours, as in our answer
     * @param remote the browser's, as in its offer
     * @param nowNanos from here the consent's time runs
     */
    public IceSession(IceCredentials local, IceCredentials remote, long nowNanos) {
        current = new IceGeneration(local, remote);
        lastAuthenticNanos = nowNanos;
    }

    /**
     * Restarts ICE (RFC 8445 section 9): the selected pair stays until the new credentials nominate
     * one. A restart before that replaces the one under way.
     *
     * @param local new ones of ours
     * @param remote new ones of the browser's
     */
    public void restart(IceCredentials local, IceCredentials remote) {
        if (previous == null || nominated) {
            previous = current;
        }
        nominated = false;
        current = new IceGeneration(local, remote);
    }

    /**
     * The ufrags by which checks for this session are to be found. Ask again after {@link #restart}
     * and after {@link IceResult.Change#RESTARTED}.
     *
     * @return one, or two while a restart is under way
     */
    public List<String> localUfrags() {
        IceGeneration old = previous;
        return old == null
                ? List.of(current.localUfrag())
                : List.of(current.localUfrag(), old.localUfrag());
    }

    /**
     * Takes a STUN message.
     *
     * @param buffer holds the datagram; not changed
     * @param offset where it begins
     * @param length bytes
     * @param pair where it came in and from
     * @param nowNanos the time
     * @return what to send back to {@code pair.remote()}, and what changed
     */
    public IceResult receive(byte[] buffer, int offset, int length, IcePair pair, long nowNanos) {
        StunFrame frame = StunFrame.of(buffer, offset, length);
        if (frame == null || !frame.isBindingRequest()) {
            return new IceResult.Dropped(IceResult.Cause.MALFORMED);
        }
        if (!frame.isIntact()) {
            return new IceResult.Dropped(IceResult.Cause.DAMAGED);
        }
        IceGeneration generation = generationOf(buffer, offset, frame);
        if (generation == null) {
            return new IceResult.Dropped(IceResult.Cause.UNKNOWN_USER);
        }
        // Without a key in common the error cannot be signed (RFC 8489 section 9.1.3).
        if (!frame.hasIntegrity()) {
            return refuse(BAD_REQUEST, frame, null, NO_ATTRIBUTES);
        }
        if (!generation.key().authenticates(buffer, offset, frame)) {
            return refuse(UNAUTHENTICATED, frame, null, NO_ATTRIBUTES);
        }
        if (!recent.admit(frame, pair)) {
            return new IceResult.Dropped(IceResult.Cause.REPLAYED);
        }
        Optional<Request> request = StunMessages.decode(buffer, offset, frame);
        return receiveAuthentic(request, frame, generation, pair, nowNanos);
    }

    /**
     * Where to send.
     *
     * @return the newest nominated pair; before any nomination the first valid one; null before
     *     that
     */
    public @Nullable IcePair selected() {
        return selected;
    }

    /**
     * Whether DTLS from there may be listened to.
     *
     * @param pair where a packet came in and from
     * @return true if an authentic check came from there in this or the previous generation
     */
    public boolean isValidated(IcePair pair) {
        return validated.hasRemoteOf(pair);
    }

    /**
     * A pair is no more: its connection was closed, and with it went the consent to it. If it was
     * the selected one, the one heard last of the other valid ones takes its place.
     *
     * @param pair which
     */
    public void gone(IcePair pair) {
        IcePair left = validated.without(pair);
        if (pair.equals(selected)) {
            selected = left;
        }
    }

    /**
     * When the last authentic check came on any pair.
     *
     * @return its time, or that of the session's creation
     */
    public long lastAuthenticNanos() {
        return lastAuthenticNanos;
    }

    /**
     * Whether sending must stop: no authentic check on the selected pair for 30 s (RFC 7675).
     *
     * @param nowNanos the time
     * @return true once consent is over; a new check gives it again
     */
    public boolean isConsentExpired(long nowNanos) {
        IcePair pair = selected;
        long last =
                pair == null ? lastAuthenticNanos : validated.lastHeard(pair, lastAuthenticNanos);
        return nowNanos - last > CONSENT_NANOS;
    }

    private IceResult receiveAuthentic(
            Optional<Request> decoded,
            StunFrame frame,
            IceGeneration generation,
            IcePair pair,
            long nowNanos) {
        StunKey key = generation.key();
        char[] unknown = frame.unknownRequired();
        if (unknown.length > 0) {
            return refuse(UNKNOWN_ATTRIBUTE, frame, key, unknown);
        }
        if (decoded.isEmpty()) {
            return refuse(BAD_REQUEST, frame, key, NO_ATTRIBUTES);
        }
        Request request = decoded.get();
        // We are lite and so always controlled; it is the other side that has to switch (7.3.1.1).
        if (StunMessages.claimsControlled(request)) {
            return refuse(ROLE_CONFLICT, frame, key, NO_ATTRIBUTES);
        }
        byte[] reply = key.seal(StunMessages.success(request, pair.remote()));
        boolean nominates = StunMessages.nominates(request);
        return new IceResult.Accepted(
                new IceReply(reply), apply(generation, nominates, pair, nowNanos));
    }

    private IceResult.Change apply(
            IceGeneration generation, boolean nominates, IcePair pair, long nowNanos) {
        lastAuthenticNanos = nowNanos;
        boolean isNew = validated.heard(pair, nowNanos, selected);
        if (nominates && generation == current) {
            return nominate(pair);
        }
        if (nominates && !nominated && !pair.equals(selected)) {
            // The browser still moves about with its old credentials while a restart is under way.
            selected = pair;
            return IceResult.Change.SELECTED;
        }
        if (selected == null) {
            selected = pair;
        }
        return isNew ? IceResult.Change.VALIDATED : IceResult.Change.NONE;
    }

    private IceResult.Change nominate(IcePair pair) {
        boolean same = pair.equals(selected) && nominated;
        boolean restarted = previous != null;
        selected = pair;
        nominated = true;
        if (restarted) {
            previous = null;
            validated.keepOnly(pair);
            return IceResult.Change.RESTARTED;
        }
        return same ? IceResult.Change.NONE : IceResult.Change.SELECTED;
    }

    private @Nullable IceGeneration generationOf(byte[] buffer, int offset, StunFrame frame) {
        if (current.isAddressedBy(buffer, offset, frame)) {
            return current;
        }
        IceGeneration old = previous;
        return old != null && old.isAddressedBy(buffer, offset, frame) ? old : null;
    }

    private static IceResult refuse(
            int code, StunFrame frame, @Nullable StunKey key, char[] unknownAttributes) {
        byte[] message = StunMessages.error(frame.transaction(), code, unknownAttributes);
        byte[] sealed = key == null ? StunKey.sealWithoutKey(message) : key.seal(message);
        return new IceResult.Refused(new IceReply(sealed), code);
    }
}
