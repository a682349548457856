package org.sonnerie.pbx.room;

import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;

/**
 * Somebody who is in a room, or waits at its door.
 *
 * @param id names him to pages, as long as he is there
 * @param comer who
 * @param standing where he stands
 * @param voice whether he is heard
 */
public record Member(String id, Comer comer, Standing standing, Voice voice) {
    /**
     * Whether somebody is heard.
     *
     * @param mutedSelf by his own wish he is not
     * @param muted by a moderator's wish he is not
     * @param speaks he speaks now
     */
    public record Voice(boolean mutedSelf, boolean muted, boolean speaks) {
        static final Voice FREE = new Voice(false, false, false);
    }

    LegId leg() {
        return comer.leg();
    }

    boolean moderator() {
        return comer.moderator();
    }

    /**
     * Whether he is in.
     *
     * @return false: he waits
     */
    public boolean in() {
        return standing == Standing.IN;
    }

    /**
     * Why he is not heard.
     *
     * @param listenOnly only moderators are heard
     * @return NONE: he is
     */
    public Silence silence(boolean listenOnly) {
        if (voice.muted()) {
            return Silence.MODERATOR;
        }
        if (listenOnly && !moderator()) {
            return Silence.LISTEN_ONLY;
        }
        return voice.mutedSelf() ? Silence.SELF : Silence.NONE;
    }

    Member at(Standing next) {
        return new Member(id, comer, next, voice);
    }

    Member mutedSelf(boolean muted) {
        return new Member(id, comer, standing, new Voice(muted, voice.muted(), voice.speaks()));
    }

    Member muted(boolean muted) {
        return new Member(id, comer, standing, new Voice(voice.mutedSelf(), muted, voice.speaks()));
    }

    Member speaks(boolean now) {
        return new Member(id, comer, standing, new Voice(voice.mutedSelf(), voice.muted(), now));
    }
}
