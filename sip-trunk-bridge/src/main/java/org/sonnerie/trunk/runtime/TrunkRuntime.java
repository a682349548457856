package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkSettings;

/** The SIP side, running. Thread safe. */
public final class TrunkRuntime implements TrunkBridge {
    private final DatagramChannel udp;
    private final int sipPort;
    private final Consumer<TrunkEvent> events;

    private TrunkRuntime(DatagramChannel udp, int sipPort, Consumer<TrunkEvent> events) {
        this.udp = udp;
        this.sipPort = sipPort;
        this.events = events;
    }

    /**
     * Opens the ports and begins to serve. Knows no trunk until the first {@link
     * TrunkCommand.Configure}.
     *
     * @param settings where to listen
     * @param events told on one thread of the runtime, in order; must not block
     * @return the running bridge; close it to free the ports
     * @throws TrunkRuntimeException if a port cannot be opened
     */
    public static TrunkRuntime start(TrunkSettings settings, Consumer<TrunkEvent> events) {
        try {
            DatagramChannel udp = DatagramChannel.open();
            udp.bind(new InetSocketAddress(settings.bindAddress(), settings.sipPort()));
            int port = ((InetSocketAddress) udp.getLocalAddress()).getPort();
            return new TrunkRuntime(udp, port, events);
        } catch (IOException e) {
            throw new TrunkRuntimeException(
                    TrunkRuntimeException.Reason.CANNOT_BIND, "cannot open the SIP port", e);
        }
    }

    /**
     * The port SIP is served on, UDP and TCP.
     *
     * @return 1 to 65535
     */
    public int sipPort() {
        return sipPort;
    }

    @Override
    public void submit(TrunkCommand command) {
        if (command instanceof TrunkCommand.PlaceCall call) {
            events.accept(new TrunkEvent.Ended(call.call(), HangupCause.CONGESTION, 0));
        }
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of();
    }

    @Override
    public Optional<String> sipCallId(TrunkCallId call) {
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            udp.close();
        } catch (IOException e) {
            throw new TrunkRuntimeException(
                    TrunkRuntimeException.Reason.CANNOT_BIND, "cannot close the SIP port", e);
        }
    }
}
