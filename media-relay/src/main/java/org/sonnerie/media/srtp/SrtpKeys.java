package org.sonnerie.media.srtp;

/**
 * The master keys of one association, both directions, as DTLS made them (RFC 5764 section 4.2).
 * Not a record: keys have no business in {@code equals} or {@code toString}.
 */
public final class SrtpKeys {
    private final SrtpProfile profile;
    private final byte[] localKey;
    private final byte[] localSalt;
    private final byte[] remoteKey;
    private final byte[] remoteSalt;

    private SrtpKeys(
            SrtpProfile profile,
            byte[] localKey,
            byte[] localSalt,
            byte[] remoteKey,
            byte[] remoteSalt) {
        this.profile = profile;
        this.localKey = localKey;
        this.localSalt = localSalt;
        this.remoteKey = remoteKey;
        this.remoteSalt = remoteSalt;
    }

    /**
     * Cuts the exported keying material: client key, server key, client salt, server salt.
     *
     * @param profile what was agreed
     * @param material {@code 2 * (keyBytes + saltBytes)} bytes; copied
     * @param weAreClient whether our side was the DTLS client
     * @return the keys
     */
    public static SrtpKeys fromDtls(SrtpProfile profile, byte[] material, boolean weAreClient) {
        int key = profile.keyBytes();
        int salt = profile.saltBytes();
        if (material.length != 2 * (key + salt)) {
            throw new IllegalArgumentException("keying material of " + material.length + " bytes");
        }
        byte[] clientKey = cut(material, 0, key);
        byte[] serverKey = cut(material, key, key);
        byte[] clientSalt = cut(material, 2 * key, salt);
        byte[] serverSalt = cut(material, 2 * key + salt, salt);
        return weAreClient
                ? new SrtpKeys(profile, clientKey, clientSalt, serverKey, serverSalt)
                : new SrtpKeys(profile, serverKey, serverSalt, clientKey, clientSalt);
    }

    /**
     * Which profile the keys are for.
     *
     * @return the profile
     */
    public SrtpProfile profile() {
        return profile;
    }

    byte[] localKey() {
        return localKey.clone();
    }

    byte[] localSalt() {
        return localSalt.clone();
    }

    byte[] remoteKey() {
        return remoteKey.clone();
    }

    byte[] remoteSalt() {
        return remoteSalt.clone();
    }

    private static byte[] cut(byte[] from, int offset, int length) {
        byte[] part = new byte[length];
        System.arraycopy(from, offset, part, 0, length);
        return part;
    }

    @Override
    public String toString() {
        return "SrtpKeys(" + profile + ")";
    }
}
