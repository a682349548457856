package org.sonnerie.media.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.api.Sound.ToneKind;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.PlaceKeys;

class ProgrammePlayerTest {
    private static final Sound WELCOME = new Sound.Prompt("en", "conference-welcome");
    private static final SoundLibrary LIBRARY =
            SoundLibrary.load(Runnable::run, () -> {}, PlaceKeys.inClear());

    private static ProgrammePlayer player(AudioCodec codec, boolean repeat, Sound... sounds) {
        return new ProgrammePlayer(LIBRARY, List.of(sounds), repeat, codec);
    }

    private static byte[] frame(ProgrammePlayer player) {
        int start = player.payloadOffset();
        return Arrays.copyOfRange(player.payload(), start, start + player.payloadLength());
    }

    /** Frames played until the end, or until the limit. */
    private static int play(ProgrammePlayer player, int limit) {
        int frames = 0;
        while (frames < limit && player.next(frames)) {
            frames++;
        }
        return frames;
    }

    /** Root mean square of what a listener hears from now on. */
    private static double loudness(ProgrammePlayer player, Codec codec, int frames) {
        double sum = 0;
        short[] pcm = new short[codec.samplesPerPacketAtMost()];
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (int i = 0; i < frames && player.next(i); i++) {
                byte[] frame = frame(player);
                int count = decoder.decode(frame, 0, frame.length, pcm);
                assertThat(count).isEqualTo(codec.samplesPerFrame());
                for (int k = 0; k < count; k++) {
                    sum += (double) pcm[k] * pcm[k];
                }
            }
        }
        return Math.sqrt(sum / frames / codec.samplesPerFrame());
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void playsAPromptToItsEndInAnyCodec(AudioCodec codec) {
        int frames = play(player(codec, false, WELCOME), 10_000);
        assertThat(frames).isBetween(60, 200);
        double loudness = loudness(player(codec, false, WELCOME), Codec.of(codec, 16_000), frames);
        assertThat(loudness).isBetween(1000.0, 12_000.0);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void playsMusicForEver(AudioCodec codec) {
        ProgrammePlayer player = player(codec, false, new Sound.Music("no such piece"));
        assertThat(play(player, 6000)).isEqualTo(6000);
        double loudness = loudness(player, Codec.of(codec, 16_000), 2304);
        assertThat(loudness).isBetween(300.0, 4000.0);
    }

    @Test
    void letsAllHearTheSameMomentOfAPiece() {
        ProgrammePlayer first = player(AudioCodec.PCMA, false, new Sound.Music("house"));
        ProgrammePlayer second = player(AudioCodec.PCMA, false, new Sound.Music("house"));
        first.next(5000);
        first.next(5001);
        second.next(5001);
        assertThat(second.payload()).isSameAs(first.payload());
        assertThat(second.payloadOffset()).isEqualTo(first.payloadOffset());
    }

    @Test
    void closesTheLoopOfMusicWithoutAClick() {
        RoomPlayer player = new RoomPlayer(LIBRARY, List.of(new Sound.Music("house")), 16_000);
        short[] before = new short[320];
        short[] after = new short[320];
        player.next(2303, before);
        player.next(2304, after);
        int step = 0;
        for (int i = 1; i < 320; i++) {
            step = Math.max(step, Math.abs(before[i] - before[i - 1]));
        }
        assertThat(Math.abs(after[0] - before[319])).isLessThanOrEqualTo(step + 100);
    }

    @Test
    void pausesAsLongAsAskedFor() {
        assertThat(play(player(AudioCodec.OPUS, false, new Sound.Pause(500)), 1000)).isEqualTo(25);
        assertThat(
                        loudness(
                                player(AudioCodec.OPUS, false, new Sound.Pause(500)),
                                Codec.opus(16_000),
                                25))
                .isLessThan(2);
    }

    @Test
    void playsSoundsOneAfterAnotherAndRepeatsThem() {
        int prompt = play(player(AudioCodec.PCMU, false, WELCOME), 1000);
        Sound pause = new Sound.Pause(100);
        assertThat(play(player(AudioCodec.PCMU, false, WELCOME, pause, WELCOME), 9999))
                .isEqualTo(2 * prompt + 5);
        assertThat(play(player(AudioCodec.PCMU, true, WELCOME, pause), 9999)).isEqualTo(9999);
    }

    @Test
    void leavesOutWhatTheLibraryDoesNotHave() {
        Sound unknown = new Sound.Prompt("en", "no-such-prompt");
        assertThat(LIBRARY.has(unknown)).isFalse();
        assertThat(play(player(AudioCodec.OPUS, true, unknown), 10)).isZero();
        assertThat(play(player(AudioCodec.OPUS, false, unknown, new Sound.Pause(40)), 10))
                .isEqualTo(2);
    }

    @Test
    void hasASoundForEveryTextOfTheTable() throws IOException {
        List<String> names =
                Files.readAllLines(Path.of("sounds/prompts-en.txt")).stream()
                        .map(line -> line.substring(0, line.indexOf('|')).strip())
                        .toList();
        assertThat(names).isNotEmpty();
        for (String name : names) {
            assertThat(LIBRARY.has(new Sound.Prompt("en", name))).as(name).isTrue();
        }
    }

    @Test
    void speaksTheDefaultLanguageWhereAnotherIsMissing() {
        assertThat(LIBRARY.has(new Sound.Prompt("xx", "menu-welcome"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ToneKind.class)
    void hasEveryToneOfEveryCountryInEveryCodec(ToneKind kind) {
        int frames =
                switch (kind) {
                    case ENTER, LEAVE -> 12;
                    case BEEP -> 20;
                    case RING_BACK, BUSY, ERROR, UNOBTAINABLE -> 2000;
                };
        for (String country : List.of("FR", "DE", "GB", "US", "CA", "ZZ", "")) {
            Sound tone = new Sound.Tone(kind, country);
            for (AudioCodec codec : AudioCodec.values()) {
                assertThat(play(player(codec, false, tone), 2000)).isEqualTo(frames);
                assertThat(loudness(player(codec, false, tone), Codec.of(codec, 8000), 12))
                        .isBetween(1000.0, 8000.0);
            }
        }
    }

    @Test
    void theBeepIsOf1000HertzAndHasSoftEdges() {
        RoomPlayer player =
                new RoomPlayer(LIBRARY, List.of(new Sound.Tone(ToneKind.BEEP, "FR")), 8000);
        short[] pcm = new short[160];
        short[] all = new short[20 * 160];
        for (int i = 0; player.next(i, pcm); i++) {
            System.arraycopy(pcm, 0, all, i * 160, 160);
        }
        double cosine = 0;
        double sine = 0;
        for (int i = 800; i < 2400; i++) {
            cosine += all[i] * Math.cos(2 * Math.PI * i / 8);
            sine += all[i] * Math.sin(2 * Math.PI * i / 8);
        }
        assertThat(2 * Math.hypot(cosine, sine) / 1600).isBetween(5_800.0, 6_000.0);
        assertThat(Math.abs(all[2])).isLessThan(500);
        assertThat(Math.abs(all[all.length - 2])).isLessThan(500);
    }

    @Test
    void keepsTheCadenceOfTheFrenchRingBackTone() {
        RoomPlayer player =
                new RoomPlayer(LIBRARY, List.of(new Sound.Tone(ToneKind.RING_BACK, "FR")), 8000);
        short[] pcm = new short[160];
        for (int i = 0; i < 1000; i++) {
            player.next(i, pcm);
            boolean sounds = false;
            for (short sample : pcm) {
                sounds |= sample != 0;
            }
            assertThat(sounds).as("frame %d", i).isEqualTo(i % 250 < 75);
        }
    }
}
