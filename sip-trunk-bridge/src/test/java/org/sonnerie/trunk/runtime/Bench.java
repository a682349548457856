package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger numbered = new AtomicInteger();
    private final LinkedBlockingQueue<TrunkEvent> events = new LinkedBlockingQueue<>();
    private final List<TrunkEvent> all = new CopyOnWriteArrayList<>();

    /** What the other end prints, should a test fail. */
    Supplier<String> peer = () -> "";

    Bench() {
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        bridge =
                TrunkRuntime.start(
                        new TrunkSettings("127.0.0.1", 0, "127.0.0.1"), this::heard, clock);
    }

    private void heard(TrunkEvent event) {
        all.add(event);
        events.add(event);
    }

    /** The bridge's clock goes on by this, and what is due by it has been sent on return. */
    void pass(Duration time) throws InterruptedException {
        ahead.accumulateAndGet(time, Duration::plus);
        // The second answer comes from a step after the one that saw the new time.
        nothingHappens();
        nothingHappens();
    }

    private void nothingHappens() throws InterruptedException {
        TrunkCallId none = new TrunkCallId("none-" + numbered.incrementAndGet());
        bridge.submit(
                new TrunkCommand.PlaceCall(
                        none, new TrunkId("none"), "1", Optional.empty(), "", ""));
        awaitEnd(none);
    }

    /** A port nobody has at the moment, and the next two neither (baresip takes them). */
    static int freePort() {
        for (int i = 0; i < 100; i++) {
            try (DatagramSocket probe = new DatagramSocket(any())) {
                if (probe.getLocalPort() < 65_000 && freeForTcp(probe.getLocalPort())) {
                    return probe.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static boolean freeForTcp(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, any().getAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
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

    /** One that names no address of the carrier's: its host's own is enough. */
    static TrunkAccount registering(
            Transport transport, int port, TrunkAccount.Registration registration) {
        return new TrunkAccount(
                TRUNK, transport, "127.0.0.1", port, List.of(), Optional.of(registration));
    }

    void configure(TrunkAccount... accounts) {
        bridge.submit(new TrunkCommand.Configure(List.of(accounts)));
    }

    /** All of a kind that ever came. */
    <T extends TrunkEvent> List<T> heard(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    TrunkCallId call(String number) {
        TrunkCallId call = new TrunkCallId("out-" + numbered.incrementAndGet());
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

    /** Waits for the end of a certain call, passing over other events. */
    TrunkEvent.Ended awaitEnd(TrunkCallId call) throws InterruptedException {
        while (true) {
            TrunkEvent.Ended ended = await(TrunkEvent.Ended.class);
            if (ended.call().equals(call)) {
                return ended;
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
