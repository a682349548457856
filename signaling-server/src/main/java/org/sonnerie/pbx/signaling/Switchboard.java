package org.sonnerie.pbx.signaling;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.PageId;
import org.sonnerie.pbx.runtime.Phones;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.runtime.Sleepers;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.signaling.ServerMessage.Farewell;
import org.springframework.beans.factory.ObjectProvider;

/** All pages of all people, and who can be reached. Thread safe. */
final class Switchboard implements Phones {
    private final ObjectProvider<CallDesk> desk;
    private final Executor executor;
    private final RoomNews roomNews;
    private final Sleepers sleepers;
    private final InstantSource clock;
    private final int mostPages;
    private final Map<PageId, Page> pages = new ConcurrentHashMap<>();
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final Set<PersonId> unavailable = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * An empty one.
     *
     * @param desk the calls; asked for late, because they need the phones themselves
     * @param rooms the conference rooms; likewise
     * @param executor runs what may block
     * @param clock the time
     * @param bounds how many pages a person may have, and who can be woken
     */
    Switchboard(
            ObjectProvider<CallDesk> desk,
            ObjectProvider<RoomDesk> rooms,
            Executor executor,
            InstantSource clock,
            Bounds bounds) {
        this.mostPages = bounds.mostPages();
        this.sleepers = bounds.sleepers();
        this.desk = desk;
        this.executor = executor;
        this.roomNews = new RoomNews(this, rooms, executor);
        this.clock = clock;
    }

    @Override
    public boolean reachable(PersonId person) {
        Instant now = clock.instant();
        return available(person) && pagesOf(person).anyMatch(page -> page.canRing(now));
    }

    @Override
    public boolean canWake(PersonId person) {
        return available(person) && sleepers.any(person);
    }

    @Override
    public CompletableFuture<Boolean> wake(CallView call) {
        return sleepers.wake(call);
    }

    @Override
    public void show(CallView view) {
        sleepers.seen(view);
        Optional<PageId> carrier = carrier(view.person(), view.call());
        pagesOf(view.person()).forEach(page -> page.show(view, carrier));
    }

    /** The conference rooms. */
    RoomDesk rooms() {
        return roomNews.desk();
    }

    /** The calls. */
    CallDesk desk() {
        return desk.getObject();
    }

    /**
     * Which page carries the sound of a call.
     *
     * @param person whose call
     * @param call which call
     * @return empty: none that could still speak to the server does
     */
    Optional<PageId> carrier(PersonId person, CallId call) {
        return desk().carrier(person, call).filter(pages::containsKey);
    }

    /**
     * A socket was opened.
     *
     * @return false: the person has too many of them. There may be two for each page: the one of
     *     before may not have noticed yet that it is broken
     */
    boolean opened(Conversation conversation) {
        conversations.add(conversation);
        long mine =
                conversations.stream()
                        .filter(one -> one.person().equals(conversation.person()))
                        .count();
        return mine <= 2L * mostPages;
    }

    /** A socket is closed. */
    void closed(Conversation conversation) {
        conversations.remove(conversation);
    }

    /**
     * A new page; the one whose line broke the longest ago makes way for it.
     *
     * @param who whose
     * @param sessionId in which session
     * @return empty: the person has as many as one may, all with a line
     */
    synchronized Optional<Page> add(SignedIn who, String sessionId) {
        if (pagesOf(who.person()).count() >= mostPages && !makeWay(who.person())) {
            return Optional.empty();
        }
        Page page = new Page(who.person(), sessionId, new InOrder(executor));
        pages.put(page.id(), page);
        return Optional.of(page);
    }

    private boolean makeWay(PersonId person) {
        Optional<Page> lost =
                pagesOf(person)
                        .filter(page -> page.lostSince().isPresent())
                        .min(Comparator.comparing(page -> page.lostSince().orElse(Instant.MAX)));
        lost.ifPresent(page -> pages.remove(page.id()));
        return lost.isPresent();
    }

    /**
     * The page of a broken stream.
     *
     * @param who whose
     * @param sessionId in which session
     * @param token as the page kept it
     */
    Optional<Page> find(SignedIn who, String sessionId, String token) {
        return pagesOf(who.person())
                .filter(page -> page.sessionId().equals(sessionId))
                .filter(page -> page.token().equals(token))
                .findFirst();
    }

    /**
     * A page is gone for good.
     *
     * @param page which
     */
    void remove(Page page) {
        pages.remove(page.id());
        tellAvailability(page.person());
    }

    /**
     * Tells the calls, and the person's other pages, that a page has no line any more; later and on
     * another thread, because a line may break while its page is locked.
     *
     * @param page which
     * @param certain true: it said so, or its browser closed it
     */
    void gone(Page page, boolean certain) {
        if (stopped) {
            return;
        }
        page.requests()
                .add(() -> {
                    desk().pageGone(page.person(), page.id(), certain);
                    tellAvailability(page.person());
                });
    }

    /** The person's own switch. */
    boolean available(PersonId person) {
        return !unavailable.contains(person);
    }

    /** The person turned the switch. */
    void available(PersonId person, boolean on) {
        if (on) {
            unavailable.remove(person);
        } else {
            unavailable.add(person);
        }
        tellAvailability(person);
    }

    /** Tells a person's pages whether the person can be reached, if that is news. */
    void tellAvailability(PersonId person) {
        boolean reachable = reachable(person);
        boolean available = available(person);
        pagesOf(person).forEach(page -> page.tellAvailability(available, reachable));
    }

    /** Tells a person's pages how many messages wait. */
    void tellUnheard(PersonId person, int unheard) {
        pagesOf(person).forEach(page -> page.tellUnheard(unheard));
    }

    /** Shows a person's pages the conference rooms. */
    void tellRooms(PersonId person, ServerMessage.Rooms now) {
        pagesOf(person).forEach(page -> page.tellRooms(now));
    }

    @Override
    public void roomsChanged(Set<PersonId> people) {
        roomNews.changed(people);
    }

    /**
     * A page answered a probe.
     *
     * @param page which
     */
    void probed(Page page) {
        if (reachable(page.person())) {
            sleepers.awake(page.person());
        }
        tellAvailability(page.person());
    }

    /** Called every second: probes, gives up on silent sockets and lost pages. */
    void tick() {
        Instant now = clock.instant();
        conversations.forEach(conversation -> conversation.tick(now));
        List.copyOf(pages.values())
                .forEach(page -> {
                    page.probe(now);
                    if (page.over(now)) {
                        remove(page);
                    }
                });
        pages.values().stream().map(Page::person).distinct().forEach(this::tellAvailability);
    }

    /**
     * A session is over: its pages are closed.
     *
     * @param sessionId which
     */
    void signedOut(String sessionId) {
        List.copyOf(pages.values()).stream()
                .filter(page -> page.sessionId().equals(sessionId))
                .forEach(page -> {
                    page.close(Optional.of(Farewell.SIGNED_OUT), CloseCode.NOT_LOGGED_IN);
                    gone(page, true);
                    remove(page);
                });
    }

    /** The server stops. */
    void stop() {
        stopped = true;
        pages.values()
                .forEach(page ->
                        page.close(Optional.of(Farewell.SERVER_STOPS), CloseCode.SERVER_STOPS));
        pages.clear();
    }

    /** Whether a page is one of these, with or without a line. */
    boolean has(Page page) {
        return pages.containsKey(page.id());
    }

    /** Everybody a page of whom can ring now. */
    Set<PersonId> whoCanRing() {
        Instant now = clock.instant();
        return pages.values().stream()
                .filter(page -> page.canRing(now))
                .map(Page::person)
                .collect(Collectors.toSet());
    }

    /** For metrics. */
    Map<String, Long> counters() {
        return Map.of("pages_now", (long) pages.size(), "sockets_now", (long) conversations.size());
    }

    private Stream<Page> pagesOf(PersonId person) {
        return pages.values().stream().filter(page -> page.person().equals(person));
    }

    /**
     * What limits a person's phones.
     *
     * @param mostPages how many pages he may have
     * @param sleepers who can be woken
     */
    record Bounds(int mostPages, Sleepers sleepers) {}
}
