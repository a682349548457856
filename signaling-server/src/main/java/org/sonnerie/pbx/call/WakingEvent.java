package org.sonnerie.pbx.call;

import java.time.Instant;

/** A person is to be rung whose pages all sleep or are closed, but whose browser can be woken. */
public sealed interface WakingEvent extends CallEvent.OfWaking {
    /**
     * No page of his can ring; a push message can wake his browser.
     *
     * @param at when
     * @param leg whose
     */
    record PhoneAsleep(Instant at, LegId leg) implements WakingEvent {}

    /**
     * Neither his browser nor a page of his has said in time that it shows the call.
     *
     * @param at when
     * @param leg whose
     */
    record PhoneNotWoken(Instant at, LegId leg) implements WakingEvent {}
}
