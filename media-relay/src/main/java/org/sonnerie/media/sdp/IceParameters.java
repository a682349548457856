package org.sonnerie.media.sdp;

/**
 * ICE credentials of one side (RFC 8839 section 5.4).
 *
 * @param ufrag 4 to 256 ice-chars
 * @param password 22 to 256 ice-chars
 */
public record IceParameters(String ufrag, String password) {
    /** Refuses what the grammar does not allow. */
    public IceParameters {
        if (!isValid(ufrag, password)) {
            throw new IllegalArgumentException("not ICE credentials");
        }
    }

    static boolean isValid(String ufrag, String password) {
        return ufrag.matches("[A-Za-z0-9+/]{4,256}") && password.matches("[A-Za-z0-9+/]{22,256}");
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "IceParameters[" + ufrag + "]";
    }
}
