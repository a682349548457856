package org.sonnerie.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneEventTest {
    /** One packet as sent, its four octets of payload as a number. */
    private record Sent(int timestamp, boolean marker, int payload) {}

    private final TelephoneEventReceiver receiver = new TelephoneEventReceiver();
    private final RtpPacket packet = new RtpPacket();
    private final byte[] bytes = new byte[16];

    private static List<Sent> send(String digits, int clockRateHz) {
        TelephoneEventSender sender = new TelephoneEventSender(clockRateHz);
        sender.add(digits);
        List<Sent> sent = new ArrayList<>();
        int timestamp = -2000;
        while (sender.active()) {
            byte[] payload = new byte[4];
            if (sender.next(timestamp, payload, 0)) {
                sent.add(
                        new Sent(
                                sender.timestamp(),
                                sender.marker(),
                                NetworkOrder.int32(payload, 0)));
            }
            timestamp += clockRateHz / 50;
        }
        return sent;
    }

    private String hear(List<Sent> sent) {
        StringBuilder heard = new StringBuilder();
        for (Sent one : sent) {
            char key = receive(one.timestamp(), one.marker(), one.payload());
            if (key != TelephoneEventReceiver.NOTHING) {
                heard.append(key);
            }
        }
        return heard.toString();
    }

    private char receive(int timestamp, boolean marker, int payload) {
        packet.format(bytes, 0, 4).ssrc(1).timestamp(timestamp).marker(marker);
        NetworkOrder.put32(bytes, 12, payload);
        return receiver.receive(packet);
    }

    private static int event(int event, boolean end, int duration) {
        return (event << 24) | (end ? 0x8A_0000 : 0x0A_0000) | duration;
    }

    @Test
    void sendsSevenPacketsForAKeyOfWhichThreeEndIt() {
        List<Sent> sent = send("5", 8000);
        assertThat(sent).hasSize(7);
        assertThat(sent).extracting(Sent::timestamp).containsOnly(-2000);
        assertThat(sent.stream().map(Sent::marker))
                .containsExactly(true, false, false, false, false, false, false);
        assertThat(sent.get(0).payload()).isEqualTo(event(5, false, 160));
        assertThat(sent.get(3).payload()).isEqualTo(event(5, false, 640));
        for (Sent last : sent.subList(4, 7)) {
            assertThat(last.payload()).isEqualTo(event(5, true, 800));
        }
    }

    @Test
    void sendsKeys200MillisecondsApart() {
        List<Sent> sent = send("12", 48_000);
        assertThat(sent.get(7).timestamp() - sent.get(0).timestamp()).isEqualTo(9600);
    }

    @Test
    void keepsSilentForAPauseAfterEachKey() {
        TelephoneEventSender sender = new TelephoneEventSender(8000);
        sender.add("1");
        int steps = 0;
        byte[] payload = new byte[4];
        while (sender.active()) {
            sender.next(steps * 160, payload, 0);
            steps++;
        }
        assertThat(steps).isEqualTo(11);
        assertThat(sender.next(0, payload, 0)).isFalse();
    }

    @Test
    void refusesLettersThatNoTelephoneHas() {
        TelephoneEventSender sender = new TelephoneEventSender(8000);
        assertThatThrownBy(() -> sender.add("12x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(sender.active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789*#ABCD", "1111", "2464#"})
    void hearsEachKeyOnce(String digits) {
        assertThat(hear(send(digits, 8000))).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hearsEachKeyOnceThoughPacketsAreLostAndRepeated(long seed) {
        Random random = new Random(seed);
        List<Sent> received = new ArrayList<>();
        List<Sent> sent = send("0044556677*#", 8000);
        for (int i = 0; i < sent.size(); i++) {
            // At least one packet of each key comes through.
            if (random.nextInt(3) > 0 || i % 7 == 3) {
                received.add(sent.get(i));
            }
            if (random.nextInt(4) == 0 && !received.isEmpty()) {
                received.add(received.getLast());
            }
        }
        assertThat(hear(received)).isEqualTo("0044556677*#");
    }

    @Test
    void ignoresPacketsOfAnEarlierKey() {
        List<Sent> sent = new ArrayList<>(send("12", 8000));
        Collections.swap(sent, 6, 8);
        assertThat(hear(sent)).isEqualTo("12");
    }

    @Test
    void takesAKeyHeldForLongAsOne() {
        assertThat(receive(0, true, event(3, false, 0xFFFF))).isEqualTo('3');
        assertThat(receive(0xFFFF, false, event(3, false, 160)))
                .isEqualTo(TelephoneEventReceiver.NOTHING);
        assertThat(receive(0xFFFF, false, event(3, true, 320)))
                .isEqualTo(TelephoneEventReceiver.NOTHING);
    }

    @Test
    void takesAKeyAsOneThoughItsSenderMovesTheTimestampOn() {
        assertThat(receive(0, true, event(3, false, 160))).isEqualTo('3');
        for (int i = 1; i < 5; i++) {
            assertThat(receive(160 * i, false, event(3, false, 160 * (i + 1))))
                    .isEqualTo(TelephoneEventReceiver.NOTHING);
        }
    }

    @Test
    void hearsTheSameKeyAgainThoughEndAndStartWereLost() {
        receive(0, true, event(3, false, 160));
        assertThat(receive(1600, false, event(3, false, 320))).isEqualTo('3');
    }

    @Test
    void ignoresEventsThatAreNoKeys() {
        assertThat(receive(0, true, event(16, false, 160)))
                .isEqualTo(TelephoneEventReceiver.NOTHING);
        packet.format(bytes, 0, 3);
        assertThat(receiver.receive(packet)).isEqualTo(TelephoneEventReceiver.NOTHING);
    }
}
