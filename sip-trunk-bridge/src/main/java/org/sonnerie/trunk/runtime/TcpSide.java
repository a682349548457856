package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipWriter;
import org.sonnerie.trunk.transport.Gate;
import org.sonnerie.trunk.transport.TcpConnection;

/** The TCP port and all connections, each with a virtual thread to read and one to write. */
final class TcpSide implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 256;
    private static final int CONNECT_MILLIS = 5_000;

    /** What it tells: octets with their source, and messages that could not be sent. */
    interface Listener {
        void received(byte[] octets, Hop source);

        void sendFailed(SipMessage message);
    }

    private final ServerSocket server;
    private final InetAddress bindAddress;
    private final Gate gate;
    private final Counters counters;
    private final Listener listener;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, TcpConnection> byId = new ConcurrentHashMap<>();
    private final Map<String, TcpConnection> byTarget = new ConcurrentHashMap<>();

    TcpSide(ServerSocket server, Gate gate, Counters counters, Listener listener) {
        this.server = server;
        this.bindAddress = server.getInetAddress();
        this.gate = gate;
        this.counters = counters;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("trunk-tcp-accept").start(this::acceptAll);
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                accepted(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    counters.count("sip_tcp_errors");
                    Pause.briefly();
                }
            }
        }
    }

    private void accepted(Socket socket) throws IOException {
        boolean known = gate.knows(socket.getInetAddress().getHostAddress());
        if (!known || byId.size() >= MOST_CONNECTIONS) {
            counters.count(known ? "sip_dropped_overload" : "sip_dropped_strangers");
            socket.close();
            return;
        }
        TcpConnection connection = new TcpConnection(ids.incrementAndGet(), socket);
        byId.put(connection.id(), connection);
        Thread.ofVirtual().name("trunk-tcp-write").start(() -> write(connection));
        Thread.ofVirtual().name("trunk-tcp-read").start(() -> read(connection));
    }

    /** Sends over the connection named, one that is open to the target, or a new one. */
    void send(SipMessage message, Hop hop) {
        byte[] octets = SipWriter.write(message);
        TcpConnection named = byId.get(hop.connection());
        String target = hop.host() + " " + hop.port();
        TcpConnection open = named != null && named.isOpen() ? named : byTarget.get(target);
        if (open != null && open.queue(octets)) {
            return;
        }
        TcpConnection fresh = new TcpConnection(ids.incrementAndGet(), new Socket());
        byTarget.put(target, fresh);
        fresh.queue(octets);
        Thread.ofVirtual()
                .name("trunk-tcp-connect")
                .start(() -> connect(fresh, hop, target, message));
    }

    private void connect(TcpConnection connection, Hop hop, String target, SipMessage first) {
        try {
            Optional<InetAddress> literal = Names.literal(hop.host());
            List<InetAddress> found =
                    literal.map(List::of).orElseGet(() -> Names.lookUp(hop.host()));
            if (found.isEmpty()) {
                throw new IOException("unknown host");
            }
            connection.bind(bindAddress);
            connection.connect(new InetSocketAddress(found.getFirst(), hop.port()), CONNECT_MILLIS);
            byId.put(connection.id(), connection);
            Thread.ofVirtual().name("trunk-tcp-read").start(() -> read(connection));
            write(connection);
        } catch (IOException e) {
            counters.count("sip_tcp_errors");
            connection.close();
            listener.sendFailed(first);
        } finally {
            byTarget.remove(target, connection);
        }
    }

    private void read(TcpConnection connection) {
        Hop source = connection.source();
        run(connection, c -> c.readAll(octets -> listener.received(octets, source)));
    }

    private void write(TcpConnection connection) {
        run(connection, TcpConnection::writeAll);
    }

    private interface Work {
        void on(TcpConnection connection) throws IOException, InterruptedException;
    }

    private void run(TcpConnection connection, Work work) {
        try {
            work.on(connection);
        } catch (IOException e) {
            if (connection.isOpen()) {
                counters.count("sip_tcp_errors");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            byId.remove(connection.id());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        byId.values().forEach(TcpConnection::close);
        byTarget.values().forEach(TcpConnection::close);
    }
}
