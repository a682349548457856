package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A call as the desks see it: its loop, its views as last shown, and which page carries which leg.
 * Thread safe.
 */
final class LiveCall {
    private final CallLoop loop;
    private final Map<LegId, PageId> carriers = new ConcurrentHashMap<>();
    private final Set<LegId> answering = ConcurrentHashMap.newKeySet();
    private final Set<PageId> doubtful = ConcurrentHashMap.newKeySet();
    private volatile List<CallView> views = List.of();

    LiveCall(CallLoop loop) {
        this.loop = loop;
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

    void carry(LegId leg, PageId page) {
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

    /** The page's socket broke; its sound may still flow. */
    void doubt(PageId page) {
        doubtful.add(page);
    }

    boolean doubted(PageId page) {
        return doubtful.contains(page);
    }
}
