package org.sonnerie.media.ice;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cheap looks at a STUN message before anything is spent on it. Never throws, whatever comes. */
public final class StunPeek {
    private StunPeek() {}

    /**
     * Whose check this is: the part of USERNAME before the colon, which is our own ufrag (RFC 8445
     * section 7.2.2).
     *
     * @param buffer holds the datagram
     * @param offset where it begins
     * @param length bytes
     * @return our ufrag, or null if this is no whole binding request with a user name
     */
    public static @Nullable String localUfrag(byte[] buffer, int offset, int length) {
        StunFrame frame = StunFrame.of(buffer, offset, length);
        if (frame == null || !frame.isBindingRequest() || !frame.hasUsername()) {
            return null;
        }
        int begin = offset + frame.usernameAt();
        int colon = begin;
        while (colon < begin + frame.usernameLength() && buffer[colon] != ':') {
            colon++;
        }
        boolean found = colon > begin && colon < begin + frame.usernameLength();
        return found ? new String(buffer, begin, colon - begin, StandardCharsets.ISO_8859_1) : null;
    }
}
