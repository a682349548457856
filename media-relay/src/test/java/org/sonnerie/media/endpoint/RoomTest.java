package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.rtp.RtpPacket;

class RoomTest {
    private static final int LOUD = 0x2A;
    private static final int QUIET = 0xD5;
    private static final int TALKING = 20;
    private static final int SILENT = 127;

    private final List<MediaEvent> told = new ArrayList<>();
    private final Counters counters = new Counters();
    private final Studio studio = Leg.studio(counters, told::add, 0);
    private final Room room = new Room(new RoomId("r"), studio);
    private final Moment moment = new Moment();
    private final List<Leg> legs = new ArrayList<>();
    private long tick;

    @AfterEach
    void close() {
        room.close();
        legs.forEach(leg -> leg.voice().close());
    }

    @Test
    void anyNumberOfListenersShareOneEncoding() {
        enter(20);

        run(100, 1);

        long before = counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL);
        long decodings = counters.of(Counter.DECODINGS);
        run(50, 1);
        assertThat(counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL) - before).isEqualTo(50);
        assertThat(counters.of(Counter.DECODINGS) - decodings).isEqualTo(50);
    }

    @Test
    void eachCodecHasItsOwnSharedEncoding() {
        enter(9);
        legs.get(7).speaks(AudioCodec.PCMU);
        legs.get(8).speaks(AudioCodec.PCMU);
        run(100, 1);

        long before = counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL);
        run(50, 1);
        assertThat(counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL) - before).isEqualTo(100);
    }

    @Test
    void threeTalkersCostOneEncodingEachAndOneForAllOthers() {
        enter(10);
        run(100, 3);

        long before = counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL);
        run(50, 3);
        assertThat(counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL) - before).isEqualTo(200);
    }

    @Test
    void moreTalkersThanSeatsAreNotMixedButHearTheRest() {
        enter(5);
        run(100, 5);

        long before = counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL);
        run(50, 5);
        assertThat(counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL) - before).isEqualTo(200);
    }

    @Test
    void everybodyGetsAFrameEachTickWhetherSomebodyTalksOrNot() {
        enter(3);
        run(10, 0);
        legs.forEach(Leg::heard);

        run(20, 0);
        assertThat(legs).allSatisfy(leg -> assertThat(leg.heard()).hasSize(20));
        run(20, 1);
        for (Leg leg : legs) {
            List<RtpPacket> heard = leg.heard();
            assertThat(heard).hasSize(20);
            for (int i = 1; i < heard.size(); i++) {
                int before = heard.get(i - 1).timestamp();
                assertThat(heard.get(i).timestamp() - before).isEqualTo(160);
            }
        }
    }

    @Test
    void whoLeavesIsHeardNoMore() {
        enter(2);
        run(100, 1);
        legs.getFirst().ear().silence();

        run(10, 1);
        long before = counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL);
        run(10, 1);

        assertThat(counters.of(Counter.CONFERENCE_ENCODINGS_TOTAL)).isEqualTo(before);
        assertThat(room.isEmpty()).isFalse();
        legs.getLast().ear().silence();
        assertThat(room.isEmpty()).isTrue();
    }

    @Test
    void itIsToldWhoSpeaksOnceAndWhenHeCeases() {
        enter(3);
        run(50, 1);
        assertThat(told).containsExactly(speaks(0, true));
        told.clear();
        run(100, 1);
        assertThat(told).isEmpty();
        run(100, 0);
        assertThat(told).containsExactly(speaks(0, false));
    }

    @Test
    void whoLeavesWhileHeSpeaksSpeaksNoMore() {
        enter(2);
        run(50, 2);
        told.clear();
        legs.getFirst().ear().silence();
        assertThat(told).containsExactly(speaks(0, false));
    }

    private MediaEvent speaks(int leg, boolean now) {
        return new MediaEvent.Speaks(legs.get(leg).id(), now);
    }

    private void enter(int number) {
        for (int i = 0; i < number; i++) {
            Leg leg = new Leg("leg" + i, studio);
            legs.add(leg);
            leg.ear().hear(new Hearing.Room(room.id()), new Ear.Input.InRoom(room));
            room.entered(leg.id(), new Audience.Everybody(), leg.voice(), leg.ear());
        }
    }

    /** The first few talk, the others say that they are silent. */
    private void run(int ticks, int talkers) {
        for (int i = 0; i < ticks; i++) {
            tick++;
            long now = tick * 20_000_000L;
            for (int leg = 0; leg < legs.size(); leg++) {
                boolean talks = leg < talkers;
                legs.get(leg).says(talks ? LOUD : QUIET, talks ? TALKING : SILENT, now);
            }
            moment.set(tick, now);
            room.tick(moment);
        }
    }
}
