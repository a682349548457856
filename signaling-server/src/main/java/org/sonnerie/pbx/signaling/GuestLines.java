package org.sonnerie.pbx.signaling;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.sonnerie.pbx.guests.GuestLinks;
import org.sonnerie.pbx.runtime.GuestDesk;

/** The sockets of guests, of whom there may be only so many. Thread safe. */
final class GuestLines {
    private static final int MOST = 500;
    private static final int MOST_OF_ADDRESS = 20;

    private final GuestLinks links;
    private final GuestDesk desk;
    private final Executor executor;
    private final InstantSource clock;
    private final Set<GuestConversation> open = ConcurrentHashMap.newKeySet();

    GuestLines(GuestLinks links, GuestDesk desk, Executor executor, InstantSource clock) {
        this.links = links;
        this.desk = desk;
        this.executor = executor;
        this.clock = clock;
    }

    /** Whether one more may come from an address. */
    boolean hasRoom(String address) {
        long same = open.stream().filter(one -> one.address().equals(address)).count();
        return open.size() < MOST && same < MOST_OF_ADDRESS;
    }

    GuestConversation begin(Line line, String address) {
        GuestConversation conversation = new GuestConversation(line, address, this);
        open.add(conversation);
        return conversation;
    }

    void closed(GuestConversation conversation) {
        open.remove(conversation);
    }

    /** Called every second. */
    void tick() {
        Instant now = clock.instant();
        open.forEach(conversation -> conversation.tick(now));
    }

    GuestLinks links() {
        return links;
    }

    GuestDesk desk() {
        return desk;
    }

    Executor executor() {
        return executor;
    }

    Instant now() {
        return clock.instant();
    }
}
