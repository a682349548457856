package org.sonnerie.pbx.signon;

/**
 * How somebody wants a company's own log-in to be.
 *
 * @param label what its people call it
 * @param issuer as typed
 * @param clientId as typed
 * @param clientSecret as typed; empty: the one that is kept
 * @param claim how people are recognised
 */
public record SignOnWish(
        String label, String issuer, String clientId, String clientSecret, Claim claim) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SignOnWish[" + label + ", " + issuer + ", " + clientId + ", " + claim + "]";
    }
}
