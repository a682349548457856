package org.sonnerie.media.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sonnerie.media.srtp.SrtpWarmUp;

/** The relay's transport parts on a real socket, against the browser's half. */
@Timeout(60)
class BrowserTransportIT {
    @BeforeAll
    static void fixTheCipher() {
        SrtpWarmUp.run(1);
    }

    @Test
    void soundGoesThereAndBack() throws InterruptedException {
        try (EchoRelay relay = new EchoRelay();
                BrowserTransport browser = BrowserTransport.open()) {
            browser.applyAnswer(relay.answer(browser.offer()));
            assertThat(browser.awaitUp()).isTrue();

            browser.sendRtp(packet(1), 60);

            assertThat(Objects.requireNonNull(browser.nextRtp())).isEqualTo(packet(1));
        }
    }

    @Test
    void aChangeOfNetworkIsFollowed() throws InterruptedException {
        try (EchoRelay relay = new EchoRelay();
                BrowserTransport browser = BrowserTransport.open()) {
            browser.applyAnswer(relay.answer(browser.offer()));
            assertThat(browser.awaitUp()).isTrue();

            browser.changeNetwork();
            relay.awaitSelected(browser.localAddress());
            browser.sendRtp(packet(2), 60);

            assertThat(Objects.requireNonNull(browser.nextRtp())).isEqualTo(packet(2));
        }
    }

    @Test
    void anIceRestartKeepsTheSound() throws InterruptedException {
        try (EchoRelay relay = new EchoRelay();
                BrowserTransport browser = BrowserTransport.open()) {
            browser.applyAnswer(relay.answer(browser.offer()));
            assertThat(browser.awaitUp()).isTrue();

            browser.restartIce();
            browser.applyAnswer(relay.answer(browser.offer()));
            relay.awaitRestarted();
            browser.sendRtp(packet(3), 60);

            assertThat(Objects.requireNonNull(browser.nextRtp())).isEqualTo(packet(3));
        }
    }

    @Test
    void aWrongFingerprintNeverHears() throws InterruptedException {
        try (EchoRelay relay = new EchoRelay();
                BrowserTransport browser = BrowserTransport.openWithWrongFingerprint()) {
            browser.applyAnswer(relay.answer(browser.offer()));

            assertThat(browser.awaitConnected()).isTrue();
            assertThat(browser.awaitDown()).isTrue();
            assertThat(relay.isUp()).isFalse();
        }
    }

    private static byte[] packet(int sequence) {
        byte[] packet = new byte[60];
        packet[0] = (byte) 0x80;
        packet[1] = 111;
        packet[3] = (byte) sequence;
        packet[11] = 77;
        packet[30] = 42;
        return packet;
    }
}
