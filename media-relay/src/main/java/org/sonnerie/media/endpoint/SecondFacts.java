package org.sonnerie.media.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.rtp.ReceptionStatistics;

/**
 * Makes facts of an endpoint's running counts: what was added since it was last asked. Owned by one
 * media thread.
 */
final class SecondFacts {
    private final EndpointId id;
    private long receivedBefore;
    private long expectedBefore;
    private int sentBefore;

    SecondFacts(EndpointId id) {
        this.id = id;
    }

    EndpointFacts take(Voice voice, OutgoingStream stream, Reports reports, Wire wire) {
        EndpointFacts.Sent sent =
                new EndpointFacts.Sent(stream.packets() - sentBefore, reports.takeReported());
        sentBefore = stream.packets();
        return new EndpointFacts(
                id,
                Optional.ofNullable(voice.codec()),
                received(voice),
                sent,
                wire.open(),
                wire.takeMoved(),
                wire.transport());
    }

    private EndpointFacts.Received received(Voice voice) {
        @Nullable ReceptionStatistics counts = voice.statistics();
        long received = counts == null ? 0 : counts.received();
        long expected = counts == null ? 0 : counts.expected();
        if (received < receivedBefore || expected < expectedBefore) {
            receivedBefore = 0;
            expectedBefore = 0;
        }
        int packets = (int) (received - receivedBefore);
        int lost = (int) (expected - expectedBefore) - packets;
        receivedBefore = received;
        expectedBefore = expected;
        Voice.Taken taken = voice.taken();
        return new EndpointFacts.Received(
                packets,
                lost,
                taken.late(),
                taken.concealed(),
                taken.voiced(),
                counts == null ? 0 : (int) Math.round(counts.jitterMillis()));
    }
}
