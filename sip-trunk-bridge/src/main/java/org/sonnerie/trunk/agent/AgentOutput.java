package org.sonnerie.trunk.agent;

import java.util.Optional;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipMessage;

/** What the agent wants done. */
public sealed interface AgentOutput {
    /**
     * Put it on the wire.
     *
     * @param message what
     * @param hop where to
     */
    record Transmit(SipMessage message, Hop hop) implements AgentOutput {}

    /**
     * Tell the user of the bridge.
     *
     * @param event what
     */
    record Emit(TrunkEvent event) implements AgentOutput {}

    /**
     * A call's Call-ID is known, or is to be forgotten.
     *
     * @param call which
     * @param sipCallId empty: forget it
     */
    record Named(TrunkCallId call, Optional<String> sipCallId) implements AgentOutput {}

    /**
     * Find out the addresses of a trunk's host.
     *
     * @param host a name
     */
    record Resolve(String host) implements AgentOutput {}
}
