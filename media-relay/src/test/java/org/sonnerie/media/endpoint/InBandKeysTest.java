package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Keypad;
import org.sonnerie.media.rtp.RtpPacket;

class InBandKeysTest {
    private static final String ALL = "1234567890*#ABCD";

    private final Keypad keypad = new Keypad((pcm, _) -> Arrays.fill(pcm, (short) 0));
    private final StringBuilder heard = new StringBuilder();
    private AudioEncoder encoder = Codec.PCMA.newEncoder();
    private InBandKeys keys = new InBandKeys(AudioCodec.PCMA, new Counters());
    private int sequence = 65_530;
    private int timestamp = -1_000;
    private long now;

    @AfterEach
    void close() {
        encoder.close();
        keys.close();
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void allKeysAreHeardInEachCodec(AudioCodec codec) {
        close();
        encoder = Codec.of(codec, 8_000).newEncoder();
        keys = new InBandKeys(codec, new Counters());
        keypad.press(ALL);
        packets(8 * ALL.length() + 2);
        assertThat(heard).hasToString(ALL);
    }

    /** One of the eight packets of each key, four of them with tones. */
    @Test
    void aLostPacketTakesNoKeyAndMakesNoneTwo() {
        Random random = new Random(3);
        keypad.press(ALL.repeat(8));
        for (int key = 0; key < 8 * ALL.length(); key++) {
            int lost = random.nextInt(8);
            for (int i = 0; i < 8; i++) {
                RtpPacket packet = next();
                if (i != lost) {
                    hear(packet);
                }
            }
        }
        assertThat(heard).hasToString(ALL.repeat(8));
    }

    @Test
    void whatComesLateOrTwiceChangesNothing() {
        keypad.press("77");
        RtpPacket early = next();
        hear(early);
        for (int i = 0; i < 20; i++) {
            RtpPacket packet = next();
            hear(packet);
            hear(early);
            hear(packet);
        }
        assertThat(heard).hasToString("77");
    }

    /** Who sends nothing while nothing is said. */
    @Test
    void aPauseWithoutPacketsEndsAKey() {
        for (int i = 0; i < 3; i++) {
            keypad.press("4");
            packets(4);
            pauseOfTheKeypad();
            timestamp += 4_000;
        }
        assertThat(heard).hasToString("444");
    }

    @Test
    void anotherSourceBeginsAnew() {
        keypad.press("1");
        packets(4);
        sequence += 20_000;
        keypad.press("2");
        packets(14);
        assertThat(heard).hasToString("12");
    }

    @Test
    void theEchoOfWhatItIsSentIsNoKey() {
        keys.sent(now);
        keypad.press("1");
        packets(8);
        assertThat(heard).isEmpty();
        packets(8);
        keypad.press("2");
        packets(8);
        assertThat(heard).hasToString("2");
    }

    /** The silence after a key takes its time but no packets. */
    private void pauseOfTheKeypad() {
        int before = sequence;
        for (int i = 0; i < 4; i++) {
            next();
        }
        sequence = before;
    }

    private void packets(int count) {
        for (int i = 0; i < count; i++) {
            hear(next());
        }
    }

    private void hear(RtpPacket packet) {
        keys.hear(packet, now, heard::append);
    }

    private RtpPacket next() {
        short[] pcm = new short[Frames.samples(8_000)];
        keypad.next(pcm, false);
        byte[] buffer = new byte[RtpPacket.MINIMAL_HEADER_LENGTH + 1_000];
        int length = encoder.encode(pcm, buffer, RtpPacket.MINIMAL_HEADER_LENGTH);
        RtpPacket packet = new RtpPacket().format(buffer, 0, length).payloadType(8).ssrc(7);
        packet.sequenceNumber(sequence & 0xFFFF).timestamp(timestamp);
        sequence++;
        timestamp += encoder.codec().ticksPerFrame();
        now += Frames.NANOS;
        return packet;
    }
}
