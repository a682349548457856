package org.sonnerie.media.ice;

import java.nio.charset.StandardCharsets;

/** The credentials of both sides between two ICE restarts. */
final class IceGeneration {
    private final IceCredentials local;
    private final byte[] username;
    private final StunKey key;

    IceGeneration(IceCredentials local, IceCredentials remote) {
        this.local = local;
        this.username =
                (local.ufrag() + ":" + remote.ufrag()).getBytes(StandardCharsets.ISO_8859_1);
        this.key = new StunKey(local.password());
    }

    String localUfrag() {
        return local.ufrag();
    }

    StunKey key() {
        return key;
    }

    /** Whether USERNAME is exactly ours, a colon, theirs (RFC 8445 section 7.2.2). */
    boolean isAddressedBy(byte[] buffer, int offset, StunFrame frame) {
        if (!frame.hasUsername() || frame.usernameLength() != username.length) {
            return false;
        }
        int begin = offset + frame.usernameAt();
        for (int i = 0; i < username.length; i++) {
            if (buffer[begin + i] != username[i]) {
                return false;
            }
        }
        return true;
    }
}
