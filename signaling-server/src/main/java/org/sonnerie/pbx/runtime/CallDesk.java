package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.quality.PageSecond;

/**
 * What a phone can ask of the calls. Every method may block for up to 5 s (called on virtual
 * threads) and is thread safe. A request that cannot be fulfilled throws {@link DeskRefusal} and
 * changes nothing.
 */
public interface CallDesk {
    /**
     * Dials.
     *
     * @param person who dials
     * @param page the page whose media the offer is
     * @param to what was typed
     * @param sdp the page's offer
     * @return the call and the relay's answer
     */
    Placed call(PersonId person, PageId page, String to, String sdp);

    /**
     * Takes a caller out of a queue, whether or not it is his turn.
     *
     * @param person an agent of the queue in which he waits
     * @param page the page whose media the offer is
     * @param call the caller's call
     * @param sdp the page's offer
     * @return the call and the relay's answer
     */
    Placed take(PersonId person, PageId page, CallId call, String sdp);

    /**
     * Answers a ringing call.
     *
     * @param person who answers
     * @param page the page whose media the offer is
     * @param call which call
     * @param sdp the page's offer
     * @return the relay's answer
     */
    String answer(PersonId person, PageId page, CallId call, String sdp);

    /**
     * Gives a live call new media: after a reload, on another computer, after a network change.
     *
     * @param person whose call
     * @param page the page that carries it from now on
     * @param call which call
     * @param sdp the page's offer
     * @return the relay's answer
     */
    String attach(PersonId person, PageId page, CallId call, String sdp);

    /**
     * Declines a ringing call, gives up a placed one or hangs up.
     *
     * @param person whose call
     * @param call which call
     */
    void hangUp(PersonId person, CallId call);

    /**
     * Puts the other side on hold, or takes it back.
     *
     * @param person whose call
     * @param call which call
     * @param held true: on hold
     */
    void hold(PersonId person, CallId call, boolean held);

    /**
     * Wants something of the recording of a call.
     *
     * @param person whose call
     * @param call which call
     * @param wish what
     */
    void record(PersonId person, CallId call, RecordingWish wish);

    /**
     * Keys pressed in a call.
     *
     * @param person whose call
     * @param call which call
     * @param digits 1 to 32 of 0-9 * # A-D
     */
    void digits(PersonId person, CallId call, String digits);

    /**
     * What a page says the last seconds of a call sounded like; of a page that does not carry its
     * sound nothing is kept.
     *
     * @param person whose call
     * @param page which page
     * @param call which call
     * @param seconds the newest last
     */
    void facts(PersonId person, PageId page, CallId call, List<PageSecond> seconds);

    /**
     * Hands a call on, or lets others into it.
     *
     * @param person whose call
     * @param call which call
     * @param how what is wanted
     */
    void handOn(PersonId person, CallId call, HandOn how);

    /**
     * A page is gone. Calls whose media it carried wait for another page of the person.
     *
     * @param person whose page
     * @param page which page
     * @param certain true: the page said so or its browser closed it; false: only the connection
     *     broke, its sound may still flow, and the relay's word is waited for
     */
    void pageGone(PersonId person, PageId page, boolean certain);

    /**
     * The live calls of a person, and those that ended less than 5 s ago.
     *
     * @param person who
     * @return in the order they began
     */
    List<CallView> calls(PersonId person);

    /**
     * Which page carries the media of a person's call.
     *
     * @param person whose call
     * @param call which call
     * @return empty: none does (not answered yet, or its page is gone)
     */
    Optional<PageId> carrier(PersonId person, CallId call);

    /**
     * A call placed.
     *
     * @param view as the caller sees it
     * @param sdp the relay's answer
     */
    record Placed(CallView view, String sdp) {}
}
