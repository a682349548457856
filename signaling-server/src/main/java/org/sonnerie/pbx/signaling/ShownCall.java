package org.sonnerie.pbx.signaling;

import java.util.Optional;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.runtime.PageId;

/**
 * A call as one page shows it.
 *
 * @param view the call from the person's leg
 * @param media where its sound is
 */
record ShownCall(CallView view, Where media) {
    /**
     * A call as a page shows it.
     *
     * @param view the call from the person's leg
     * @param page which page
     * @param carrier the page that carries the sound
     */
    static ShownCall on(PageId page, CallView view, Optional<PageId> carrier) {
        if (carrier.isPresent()) {
            return new ShownCall(view, carrier.get().equals(page) ? Where.HERE : Where.ELSEWHERE);
        }
        boolean ringsHere = view.incoming() && view.state() == CallView.State.RINGING;
        return new ShownCall(view, ringsHere ? Where.PENDING : Where.NONE);
    }

    /** Where the sound of a call is. */
    enum Where {
        /** This page carries it. */
        HERE,
        /** Another page of the person does. */
        ELSEWHERE,
        /** No page does. */
        NONE,
        /** It rings; no page does yet. */
        PENDING
    }
}
