package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.api.TrunkSettings;
import org.sonnerie.trunk.fake.Sdp;

/** A running bridge with its events at hand. */
final class Bench implements AutoCloseable {
    static final TrunkId TRUNK = new TrunkId("carrier");
    private static final int PATIENCE_SECONDS = 20;

    final TrunkRuntime bridge;
    private final LinkedBlockingQueue<TrunkEvent> events = new LinkedBlockingQueue<>();

    /** What the other end prints, should a test fail. */
    Supplier<String> peer = () -> "";

    Bench() {
        bridge = TrunkRuntime.start(new TrunkSettings("127.0.0.1", 0, "127.0.0.1"), events::add);
    }

    /** A port nobody has at the moment, and the next two neither (baresip takes them). */
    static int freePort() {
        for (int i = 0; i < 100; i++) {
            try (DatagramSocket probe = new DatagramSocket(any())) {
                if (probe.getLocalPort() < 65_000) {
                    return probe.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static InetSocketAddress any() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    static TrunkAccount account(Transport transport, int port) {
        return new TrunkAccount(
                TRUNK, transport, "127.0.0.1", port, List.of("127.0.0.1"), Optional.empty());
    }

    static TrunkAccount account(int port, TrunkAccount.Registration registration) {
        return new TrunkAccount(
                TRUNK,
                Transport.UDP,
                "127.0.0.1",
                port,
                List.of("127.0.0.1"),
                Optional.of(registration));
    }

    void configure(TrunkAccount account) {
        bridge.submit(new TrunkCommand.Configure(List.of(account)));
    }

    TrunkCallId call(String number) {
        TrunkCallId call = new TrunkCallId("out-1");
        bridge.submit(
                new TrunkCommand.PlaceCall(
                        call, TRUNK, number, Optional.of("+15550100101"), "Alice", Sdp.OFFER));
        return call;
    }

    /** Waits for an event of a kind, passing over others. */
    <T extends TrunkEvent> T await(Class<T> kind) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            TrunkEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError(
                        "no " + kind.getSimpleName() + " " + bridge.counters() + peer.get());
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    /** Waits until the leg is over on the wire too: its BYE has been answered. */
    boolean forgotten(TrunkCallId call) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (bridge.sipCallId(call).isPresent() && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000L);
        }
        return bridge.sipCallId(call).isEmpty();
    }

    long counted(String name) {
        return bridge.counters().getOrDefault(name, 0L);
    }

    @Override
    public void close() {
        bridge.close();
    }
}
