package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** What must be so with carriers over either family. */
final class CarrierScenes {
    private CarrierScenes() {}

    /** The carrier writes a private address into its SDP and is heard nevertheless. */
    static void aPrivateAddressIsRepaired(Relay relay, String written) {
        try (TrunkPeer carrier = relay.trunk("private", Codec.PCMU, 500, written)) {
            relay.hear("private", new Hearing.Itself());

            Await.until("echo", () -> carrier.heard().hears(500));
        }
    }

    /** A stranger sends RTP to a carrier's port, from another port of the same address. */
    static void aStrangerTakesNothingOver(Relay relay, InetAddress from) {
        try (TrunkPeer carrier = relay.trunk("robbed", Codec.PCMA, 500);
                TrunkPeer stranger = new TrunkPeer(Codec.PCMA, 1_700, from)) {
            relay.hear("robbed", new Hearing.Itself());
            Await.until("echo", () -> carrier.heard().hears(500));
            long dropped = relay.count("drop_stranger");

            stranger.talkTo(carrier.target());

            Await.until("dropped", () -> relay.count("drop_stranger") > dropped + 50);
            assertThat(carrier.heard().hears(500)).isTrue();
            assertThat(carrier.heard().hearsNot(1_700)).isTrue();
            assertThat(stranger.heard().packets()).isZero();
        }
    }
}
