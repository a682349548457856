package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.BrowserEndpoint;

/**
 * Finds the endpoint a datagram on the shared port belongs to: checks by our ufrag, all else by the
 * address that an authentic check came from. Thread safe: every media thread looks up, without a
 * lock; an endpoint is entered and removed by its own thread, which is rare.
 */
final class BrowserTable {
    /** A browser has a few addresses; more than this are those of former networks. */
    private static final int MOST_REMOTES = 16;

    private final Map<String, BrowserEndpoint> byUfrag = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, BrowserEndpoint> byRemote = new ConcurrentHashMap<>();
    private final Map<BrowserEndpoint, Keys> keys = new HashMap<>();

    private record Keys(List<String> ufrags, Deque<InetSocketAddress> remotes) {}

    /** Learns an endpoint's ufrags, again after each change of them. */
    synchronized void index(BrowserEndpoint endpoint) {
        Keys known = keysOf(endpoint);
        known.ufrags().forEach(byUfrag::remove);
        known.ufrags().clear();
        for (String ufrag : endpoint.localUfrags()) {
            known.ufrags().add(ufrag);
            byUfrag.put(ufrag, endpoint);
        }
    }

    private Keys keysOf(BrowserEndpoint endpoint) {
        return keys.computeIfAbsent(
                endpoint, _ -> new Keys(new ArrayList<>(2), new ArrayDeque<>(4)));
    }

    /** An authentic check came from there. */
    void validated(InetSocketAddress remote, BrowserEndpoint endpoint) {
        if (!endpoint.equals(byRemote.get(remote))) {
            enter(remote, endpoint);
        }
    }

    private synchronized void enter(InetSocketAddress remote, BrowserEndpoint endpoint) {
        BrowserEndpoint before = byRemote.put(remote, endpoint);
        Keys former = before == null ? null : keys.get(before);
        if (former != null) {
            former.remotes().remove(remote);
        }
        Deque<InetSocketAddress> remotes = keysOf(endpoint).remotes();
        remotes.addLast(remote);
        if (remotes.size() > MOST_REMOTES) {
            byRemote.remove(remotes.removeFirst());
        }
    }

    @Nullable BrowserEndpoint byUfrag(String ufrag) {
        return byUfrag.get(ufrag);
    }

    @Nullable BrowserEndpoint byRemote(InetSocketAddress remote) {
        return byRemote.get(remote);
    }

    synchronized void remove(BrowserEndpoint endpoint) {
        Keys known = keys.remove(endpoint);
        if (known != null) {
            known.ufrags().forEach(byUfrag::remove);
            known.remotes().forEach(byRemote::remove);
        }
    }
}
