package org.sonnerie.e2e.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** Two carriers of our own call each other. */
class SoftCarrierIT {
    private static final Voice EAST = new Voice("east", 11);
    private static final Voice WEST = new Voice("west", 12);
    private static final List<Reference> KNOWN = List.of(Reference.of(EAST), Reference.of(WEST));

    private SoftCarrier east;
    private SoftCarrier west;

    @BeforeEach
    void open() {
        east = SoftCarrier.open(0, Terms.of(EAST));
        west = SoftCarrier.open(0, Terms.of(WEST));
    }

    @AfterEach
    void close() {
        east.close();
        west.close();
    }

    @Test
    void bothAreHeardInEitherLawAndKeysArrive() {
        for (G711 law : G711.values()) {
            SoftCall here = east.call("+33145678901", west.port(), Terms.of(EAST).only(law));
            SoftCall there = west.awaitCall().awaitAnswered();
            here.awaitStatus(180).awaitAnswered();
            assertThat(there.calledUri()).startsWith("sip:+33145678901@");
            new Listener(here.line(), KNOWN).untilOnly("west");
            new Listener(there.line(), KNOWN).untilOnly("east");
            assertThat(there.line().law()).isEqualTo(law);
            here.line().press("19#");
            there.awaitPressed("19#");
            here.hangUp();
            there.awaitEnded();
            here.awaitEnded();
        }
    }

    @Test
    void refusalsAndGivingUpReachTheOtherSide() {
        west.conduct(Conduct.BUSY);
        east.call("1", west.port(), Terms.of(EAST)).awaitStatus(486).awaitEnded();
        west.conduct(Conduct.NEVER_ANSWERS);
        assertThat(west.awaitCall().requests()).startsWith("INVITE");
        SoftCall unanswered = east.call("1", west.port(), Terms.of(EAST)).awaitStatus(180);
        unanswered.hangUp();
        assertThat(west.awaitCall().awaitEnded().requests()).contains("CANCEL");
        unanswered.awaitStatus(487);
    }
}
