package org.sonnerie.trunk.runtime;

import java.util.List;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipMessage;

/** What the loop is handed. */
sealed interface LoopInput {
    /** From the user of the bridge. */
    record Command(TrunkCommand command) implements LoopInput {}

    /** From the network, read. */
    record Received(ParseResult result, Hop source) implements LoopInput {}

    /** A message could not be sent. */
    record SendFailed(SipMessage message) implements LoopInput {}

    /** A host was looked up. */
    record Resolved(String host, List<String> addresses) implements LoopInput {}

    /** The end. */
    record Stop() implements LoopInput {}
}
