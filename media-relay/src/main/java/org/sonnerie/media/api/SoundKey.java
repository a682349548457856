package org.sonnerie.media.api;

import java.security.Key;

/**
 * What a sound file is sealed with.
 *
 * @param secret 256 bits, of its company
 * @param place where the file belongs, such as {@code voicemail/wood/m-1.opus}: anywhere else it
 *     does not open
 */
public record SoundKey(Key secret, String place) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "key for " + place;
    }
}
