package org.sonnerie.media.endpoint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceSession;
import org.sonnerie.media.net.TcpConnection;

/**
 * The connections by which authentic checks came for one browser; most have none for long. Writes
 * to them; the thread that accepted them reads. Owned by one media thread.
 */
final class BrowserConnections {
    /** A browser makes one from each of its networks to each of our addresses. */
    static final int KEPT = 8;

    private final List<TcpConnection> kept = new ArrayList<>(0);

    /** An authentic check came by it. The longest known one makes room, but for the selected. */
    void keep(TcpConnection connection, @Nullable IcePair selected) {
        if (kept.contains(connection)) {
            return;
        }
        connection.admit();
        List<TcpConnection> open = kept.stream().filter(known -> !known.isClosed()).toList();
        if (open.size() >= KEPT) {
            open.stream()
                    .filter(known -> !pair(known).equals(selected))
                    .findFirst()
                    .ifPresent(TcpConnection::close);
        }
        kept.add(connection);
    }

    static IcePair pair(TcpConnection connection) {
        return new IcePair(
                connection.localAddress(), connection.remoteAddress(), connection.transport());
    }

    /** Whether the packet is on its way. */
    boolean send(byte[] buffer, int offset, int length, IcePair pair) {
        TcpConnection connection = find(pair);
        return connection != null && connection.send(buffer, offset, length);
    }

    private @Nullable TcpConnection find(IcePair pair) {
        for (TcpConnection connection : kept) {
            if (connection.remoteAddress().equals(pair.remote())
                    && connection.localAddress().equals(pair.local())
                    && !connection.isClosed()) {
                return connection;
            }
        }
        return null;
    }

    /** Sends what had to wait, and lets those go that are over: with each its pair is gone. */
    void tick(IceSession session) {
        if (kept.isEmpty()) {
            return;
        }
        for (Iterator<TcpConnection> each = kept.iterator(); each.hasNext(); ) {
            TcpConnection connection = each.next();
            connection.flush();
            if (connection.isClosed()) {
                each.remove();
                IcePair pair = pair(connection);
                if (find(pair) == null) {
                    session.gone(pair);
                }
            }
        }
    }

    /** The page they came from is gone, or nobody needs it any more. */
    void release() {
        kept.forEach(TcpConnection::release);
    }
}
