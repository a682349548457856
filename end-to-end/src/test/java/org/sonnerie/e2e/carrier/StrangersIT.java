package org.sonnerie.e2e.carrier;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** sipp and baresip against the carrier of our own. */
class StrangersIT {
    private static final Voice EAST = new Voice("east", 11);
    private static final Voice WEST = new Voice("west", 12);
    private static final List<Reference> KNOWN = List.of(Reference.of(EAST), Reference.of(WEST));

    @Test
    void sippIsHeard() {
        try (SoftCarrier west = SoftCarrier.open(0, Terms.of(WEST).only(G711.PCMU));
                Sipp east = Sipp.calling("+33145678901", west.port(), EAST)) {
            SoftCall call = west.awaitCall().awaitAnswered();
            new Listener(call.line(), KNOWN).untilOnly("east");
            call.hangUp();
            east.awaitSuccess();
        }
    }

    @Test
    void baresipIsHeardAndHears() {
        try (SoftCarrier west = SoftCarrier.open(0, Terms.of(WEST));
                Baresip east = Baresip.calling("sip:1@127.0.0.1:" + west.port(), EAST, G711.PCMA)) {
            SoftCall call = west.awaitCall().awaitAnswered();
            new Listener(call.line(), KNOWN).untilOnly("east");
            new Listener(east, KNOWN).untilOnly("west");
            call.hangUp();
            call.awaitEnded();
        }
    }
}
