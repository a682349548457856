package org.sonnerie.pbx.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.quality.PageSecond;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.HandOn;
import org.sonnerie.pbx.runtime.PageId;

/** A desk with one call, {@code c-1}, that writes down what it is asked. */
public final class FakeCallDesk implements CallDesk {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Optional<PageId> carrier = Optional.empty();
    private volatile List<CallView> live = List.of();

    /** What it was asked, in order. */
    public Queue<String> asked() {
        return asked;
    }

    public void live(CallView... views) {
        live = List.of(views);
    }

    public static CallView view(String person, boolean incoming, CallView.State state) {
        return new CallView(
                new CallId("c-1"),
                new LegId("c-1-1"),
                new PersonId(person),
                incoming,
                state,
                new CallView.Party("Bob", "102", incoming ? "Sales" : "", false),
                new CallView.Times(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty()),
                CallView.Details.NONE);
    }

    @Override
    public Placed call(PersonId person, PageId page, String to, String sdp) {
        asked.add(person + " calls " + to);
        if (sdp.isEmpty()) {
            throw new DeskRefusal(DeskRefusal.Code.BAD_SDP);
        }
        carrier = Optional.of(page);
        return new Placed(view(person.text(), false, CallView.State.CALLING), "answer to " + sdp);
    }

    @Override
    public Placed take(PersonId person, PageId page, CallId call, String sdp) {
        known(call);
        asked.add(person + " takes " + call);
        carrier = Optional.of(page);
        return new Placed(view(person.text(), false, CallView.State.IN_CALL), "answer to " + sdp);
    }

    @Override
    public String answer(PersonId person, PageId page, CallId call, String sdp) {
        known(call);
        asked.add(person + " answers " + call);
        carrier = Optional.of(page);
        return "answer to " + sdp;
    }

    @Override
    public String attach(PersonId person, PageId page, CallId call, String sdp) {
        known(call);
        asked.add(person + " attaches " + call);
        carrier = Optional.of(page);
        return "answer to " + sdp;
    }

    @Override
    public void hangUp(PersonId person, CallId call) {
        known(call);
        asked.add(person + " hangs up " + call);
    }

    @Override
    public void handOn(PersonId person, CallId call, HandOn how) {
        known(call);
        asked.add(person + " hands on " + call + ": " + how);
    }

    @Override
    public void hold(PersonId person, CallId call, boolean held) {
        known(call);
        asked.add(person + (held ? " holds " : " resumes ") + call);
    }

    @Override
    public void record(PersonId person, CallId call, RecordingWish wish) {
        known(call);
        asked.add(person + " wishes " + wish + " of the recording of " + call);
    }

    @Override
    public void digits(PersonId person, CallId call, String digits) {
        known(call);
        asked.add(person + " presses " + digits);
    }

    @Override
    public void facts(PersonId person, PageId page, CallId call, List<PageSecond> seconds) {
        known(call);
        asked.add(person + " tells of " + seconds.size() + " seconds");
    }

    @Override
    public void pageGone(PersonId person, PageId page, boolean certain) {
        asked.add(person + (certain ? " is gone" : " is perhaps gone"));
    }

    @Override
    public List<CallView> calls(PersonId person) {
        return live.stream().filter(view -> view.person().equals(person)).toList();
    }

    @Override
    public Optional<PageId> carrier(PersonId person, CallId call) {
        return carrier;
    }

    private static void known(CallId call) {
        if (!call.text().equals("c-1")) {
            throw new DeskRefusal(DeskRefusal.Code.NO_SUCH_CALL);
        }
    }
}
