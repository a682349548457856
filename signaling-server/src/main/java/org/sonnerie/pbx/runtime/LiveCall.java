package org.sonnerie.pbx.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallGlance;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A call as the desks see it: its loop, its views as last shown, and which page carries which leg.
 * Thread safe.
 */
final class LiveCall {
    private final CallLoop loop;
    private final boolean trial;
    private final Map<LegId, PageId> carriers = new ConcurrentHashMap<>();
    private final Set<LegId> answering = ConcurrentHashMap.newKeySet();
    private final Set<PageId> doubtful = ConcurrentHashMap.newKeySet();
    private final Set<LegId> silent = ConcurrentHashMap.newKeySet();
    private volatile List<CallView> views = List.of();
    private volatile Optional<CallGlance> glance = Optional.empty();

    LiveCall(CallLoop loop) {
        this(loop, false);
    }

    private LiveCall(CallLoop loop, boolean trial) {
        this.loop = loop;
        this.trial = trial;
    }

    /** A trial call: nothing of it is kept. */
    static LiveCall trial(CallLoop loop) {
        return new LiveCall(loop, true);
    }

    boolean isTrial() {
        return trial;
    }

    CallId id() {
        return loop.id();
    }

    CallLoop loop() {
        return loop;
    }

    List<CallView> views() {
        return views;
    }

    /** Takes the views after a step; written by the call's thread alone. */
    void show(List<CallView> now) {
        views = List.copyOf(now);
    }

    /** As whoever looks after the company sees it; empty: it is over. */
    Optional<CallGlance> glance() {
        return glance;
    }

    /** Takes the glance after a step; written by the call's thread alone. */
    void glance(Optional<CallGlance> now) {
        glance = now;
    }

    /** A person's newest view of the call: one that is not over before one that is. */
    Optional<CallView> viewOf(PersonId person) {
        var mine = views.stream().filter(view -> view.person().equals(person)).toList();
        return mine.stream()
                .filter(view -> view.state() != CallView.State.ENDED)
                .findFirst()
                .or(() -> mine.stream().reduce((_, last) -> last));
    }

    Optional<CallView> viewOf(LegId leg) {
        return views.stream().filter(view -> view.leg().equals(leg)).findFirst();
    }

    /** Only one page may try to answer a leg. */
    boolean claimAnswer(LegId leg) {
        return answering.add(leg);
    }

    void unclaimAnswer(LegId leg) {
        answering.remove(leg);
    }

    /** The page carries the leg from now on; it is alive, or it could not have asked. */
    void carry(LegId leg, PageId page) {
        doubtful.remove(page);
        carriers.put(leg, page);
    }

    Optional<PageId> carrier(LegId leg) {
        return Optional.ofNullable(carriers.get(leg));
    }

    /** The legs whose media a page carries. */
    List<LegId> carriedBy(PageId page) {
        return carriers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(page))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The page carries the leg no more; false if none did. */
    boolean drop(LegId leg) {
        return carriers.remove(leg) != null;
    }

    /**
     * The page's socket broke; its sound may still flow.
     *
     * @return the legs it carried whose sound was lost before: they have no page any more
     */
    List<LegId> doubt(PageId page) {
        doubtful.add(page);
        return carriedBy(page).stream().filter(silent::contains).filter(this::drop).toList();
    }

    /** The relay hears nothing more of a leg. A page whose socket broke too carries it no more. */
    void silent(LegId leg) {
        silent.add(leg);
        if (carrier(leg).filter(doubtful::contains).isPresent()) {
            drop(leg);
        }
    }

    /** The relay hears a leg. */
    void heard(LegId leg) {
        silent.remove(leg);
    }

    /** Ends all its views: which of them a page has to be told of. */
    List<CallView> over() {
        glance(Optional.empty());
        List<CallView> before = views();
        List<CallView> over = before.stream().map(LiveCall::over).toList();
        show(over);
        List<CallView> news = new ArrayList<>();
        for (CallView view : over) {
            boolean carried = drop(view.leg());
            if (carried || !before.contains(view)) {
                news.add(view);
            }
        }
        return news;
    }

    private static CallView over(CallView view) {
        return view.state() == CallView.State.ENDED ? view : view.over(EndReason.NETWORK);
    }
}
