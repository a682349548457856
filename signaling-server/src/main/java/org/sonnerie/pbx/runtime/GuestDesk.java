package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.RoomView;

/** What somebody without an account can ask: to be in one room. Thread safe. */
public interface GuestDesk {
    /**
     * Comes to a room, as if its PIN had been typed. May block for up to 5 s.
     *
     * @param company whose room
     * @param room which
     * @param name as he gave it
     * @param sdp his browser's offer
     * @return his call
     * @throws DeskRefusal if it cannot be; nothing was set up then
     */
    GuestCall join(CompanyId company, RoomId room, String name, String sdp);

    /** A guest's stay. Thread safe; nothing here blocks. */
    interface GuestCall {
        /**
         * The relay's answer.
         *
         * @return SDP
         */
        String sdp();

        /**
         * How it stands.
         *
         * @return as of now
         */
        State state();

        /**
         * Whether he wants to be heard.
         *
         * @param muted false: he does
         */
        void mute(boolean muted);

        /** He leaves. */
        void leave();
    }

    /**
     * How a guest stands.
     *
     * @param stay what he sees of the room; empty: he is still being welcomed, or it is over
     * @param ended why it is over
     */
    record State(Optional<RoomView.Stay> stay, Optional<EndReason> ended) {}
}
