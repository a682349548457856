package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.player.SoundLibrary;
import org.sonnerie.media.rtp.RtpPacket;

class EarTest {
    private static final int LOUD = 0x2A;

    private final List<MediaEvent> events = new ArrayList<>();
    private final Counters counters = new Counters();
    private final Studio studio = Leg.studio(counters, events::add, 0);
    private final Leg alice = new Leg("alice", studio);
    private final Leg bob = new Leg("bob", studio);
    private final Moment moment = new Moment();
    private long tick;

    @Test
    void aCarrierHearsASteadyStreamOfSilence() {
        ticks(50);

        assertThat(alice.heard())
                .hasSize(50)
                .allSatisfy(packet -> assertThat(packet.payloadLength()).isEqualTo(160));
    }

    @Test
    void aBrowserHearsOfSilenceNowAndThen() {
        alice.speaks(AudioCodec.OPUS);
        ticks(100);

        assertThat(alice.heard()).hasSizeBetween(9, 12);
    }

    @Test
    void nothingIsSentWhileTheWayIsClosed() {
        alice.wire().open(false);
        ticks(10);

        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void aVoiceOfTheSameCodecIsPassedOnAsItCame() {
        aliceHearsBob();

        talk(20);

        List<RtpPacket> heard = alice.heard();
        assertThat(heard).hasSize(20);
        assertThat(heard.getLast().buffer()[heard.getLast().payloadOffset()])
                .isEqualTo((byte) LOUD);
        assertThat(heard.getLast().headerLength()).isEqualTo(12);
        assertThat(counters.of(Counter.ENCODINGS)).isZero();
        assertContinuous(heard);
    }

    @Test
    void aVoiceOfAnotherCodecIsTranscodedWithEachTick() {
        alice.speaks(AudioCodec.PCMU);
        aliceHearsBob();

        talk(50);

        List<RtpPacket> heard = alice.heard();
        assertThat(heard).hasSize(50);
        assertThat(heard.getLast().payloadType()).isZero();
        assertThat(counters.of(Counter.RTP_RELAYED)).isZero();
        assertContinuous(heard);
    }

    @Test
    void theStreamGoesOnWhenWhatIsHeardChanges() {
        aliceHearsBob();
        talk(10);
        alice.ear().silence();
        ticks(10);
        aliceHearsBob();
        talk(10);
        alice.speaks(AudioCodec.PCMU);
        talk(10);

        List<RtpPacket> heard = alice.heard();
        assertThat(heard).hasSizeGreaterThanOrEqualTo(40);
        assertContinuous(heard);
        assertThat(heard).extracting(RtpPacket::ssrc).containsOnly(heard.getFirst().ssrc());
    }

    @Test
    void keysGoBeforeSoundAndLeaveNoGap() {
        aliceHearsBob();
        talk(10);
        alice.ear().digits("5");
        talk(20);

        List<RtpPacket> heard = alice.heard();
        List<RtpPacket> keys =
                heard.stream().filter(packet -> packet.payloadType() == Leg.KEYS).toList();
        assertThat(keys).hasSize(7);
        assertThat(keys.getFirst().marker()).isTrue();
        assertThat(keys).extracting(RtpPacket::timestamp).containsOnly(keys.getFirst().timestamp());
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i).sequenceNumber())
                    .isEqualTo((heard.get(i - 1).sequenceNumber() + 1) & 0xFFFF);
        }
        assertThat(heard.getLast().payloadType()).isEqualTo(8);
    }

    @Test
    void aProgrammeWaitsUntilItCanBeHeardAndSaysWhenItIsOver() {
        PlayId play = new PlayId("p");
        List<Sound> sounds = List.of(new Sound.Pause(200));
        SoundPlayer player =
                new SoundPlayer(
                        SoundLibrary.load(Runnable::run, () -> {}, PlaceKeys.inClear()),
                        sounds,
                        false);
        alice.wire().open(false);
        alice.ear()
                .hear(
                        new Hearing.Programme(play, sounds, false),
                        new Ear.Input.Playing(play, player));

        ticks(50);
        assertThat(events).isEmpty();

        alice.wire().open(true);
        ticks(10);
        assertThat(alice.heard()).hasSize(10);
        ticks(1);
        assertThat(events).containsExactly(new MediaEvent.PlayEnded(new EndpointId("alice"), play));
        assertThat(alice.ear().hears(new Hearing.Nothing())).isTrue();
    }

    private void aliceHearsBob() {
        alice.ear()
                .hear(
                        new Hearing.Other(new EndpointId("bob")),
                        new Ear.Input.OneVoice(bob.voice()));
    }

    private void ticks(int number) {
        for (int i = 0; i < number; i++) {
            tick++;
            moment.set(tick, tick * 20_000_000L);
            alice.ear().tick(moment);
        }
    }

    private void talk(int number) {
        for (int i = 0; i < number; i++) {
            bob.says(LOUD, 20, (tick + 1) * 20_000_000L - 1_000_000L);
            ticks(1);
        }
    }

    private static void assertContinuous(List<RtpPacket> heard) {
        for (int i = 1; i < heard.size(); i++) {
            RtpPacket before = heard.get(i - 1);
            RtpPacket packet = heard.get(i);
            assertThat(packet.sequenceNumber()).isEqualTo((before.sequenceNumber() + 1) & 0xFFFF);
            assertThat(packet.timestamp() - before.timestamp()).isBetween(160, 480);
        }
    }
}
