package org.sonnerie.media.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.fake.PlaceKeys;

class SealedFilesTest {
    private static final int SEGMENTS = 7;
    private static final int SEGMENT = 1_000;
    private static final int SEALED = 4 + SEGMENT + 16;
    private static final int HEAD = 40;
    private static final int END = 20;

    private final SealedFiles files = new SealedFiles(new PlaceKeys("one"));
    private final byte[] sound = sound(SEGMENTS * SEGMENT);

    @TempDir private Path folder = Path.of("none");

    private Path file = Path.of("none");

    @BeforeEach
    void seal() throws IOException {
        file = Files.createDirectories(folder.resolve("wood")).resolve("m-1.opus");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        SealedWriter writer = files.writer(file).orElseThrow();
        for (int i = 0; i < SEGMENTS; i++) {
            all.writeBytes(writer.add(Arrays.copyOfRange(sound, i * SEGMENT, (i + 1) * SEGMENT)));
        }
        all.writeBytes(writer.end());
        Files.write(file, all.toByteArray());
    }

    private static byte[] sound(int octets) {
        byte[] sound = new byte[octets];
        new Random(7).nextBytes(sound);
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, sound, 0, 4);
        return sound;
    }

    private byte[] read(Path from) throws IOException {
        try (InputStream in = files.open(from)) {
            return in.readAllBytes();
        }
    }

    private byte[] sealed() throws IOException {
        return Files.readAllBytes(file);
    }

    private void refused(byte[] octets, String why) throws IOException {
        Files.write(file, octets);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DamagedSoundException.class)
                .hasMessageContaining("wood/m-1.opus")
                .hasMessageContaining(why);
    }

    @Test
    void whatWasSealedIsReadAgainAndDoesNotStandInTheFile() throws IOException {
        assertThat(read(file)).isEqualTo(sound);
        assertThat(files.octets(file)).isEqualTo(sound.length);
        String octets = new String(sealed(), StandardCharsets.ISO_8859_1);
        for (int at = 0; at + 8 <= sound.length; at += 8) {
            assertThat(octets)
                    .doesNotContain(new String(sound, at, 8, StandardCharsets.ISO_8859_1));
        }
        assertThat(octets).hasSize(HEAD + SEGMENTS * SEALED + END);
    }

    @Test
    void theSameSoundIsSealedOtherwiseEachTime() throws IOException {
        Path other = file.resolveSibling("m-2.opus");
        files.write(other, new ByteArrayInputStream(sound));
        byte[] first = Files.readAllBytes(other);
        files.write(other, new ByteArrayInputStream(sound));
        assertThat(read(other)).isEqualTo(sound);
        assertThat(Files.readAllBytes(other)).isNotEqualTo(first).hasSize(first.length);
    }

    @Test
    void anyPartIsReadFromAnyPlace() throws IOException {
        for (int from : new int[] {0, 1, 999, 1_000, 1_001, 3_500, 6_999}) {
            try (InputStream in = files.open(file)) {
                assertThat(in.read()).isEqualTo(sound[0] & 0xFF);
                in.skipNBytes(Math.max(0, from - 1));
                int length = Math.min(1_500, sound.length - Math.max(1, from));
                assertThat(in.readNBytes(length))
                        .isEqualTo(
                                Arrays.copyOfRange(
                                        sound, Math.max(1, from), Math.max(1, from) + length));
            }
        }
        try (InputStream in = files.open(file)) {
            assertThat(in.skip(sound.length + 5)).isEqualTo(sound.length);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void noOctetCanBeChanged() throws IOException {
        byte[] octets = sealed();
        for (int at = 8;
                at < octets.length;
                at += at < HEAD + 6 || at > octets.length - 22 ? 1 : 61) {
            byte[] altered = octets.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            assertThatThrownBy(() -> read(file))
                    .as("octet %d", at)
                    .isInstanceOf(DamagedSoundException.class);
        }
    }

    @Test
    void nothingCanBeLeftOutDoubledSwappedOrAdded() throws IOException {
        byte[] octets = sealed();
        int second = HEAD + SEALED;
        int third = second + SEALED;
        ByteBuffer swapped = ByteBuffer.wrap(octets.clone());
        swapped.put(second, octets, third, SEALED).put(third, octets, second, SEALED);
        refused(swapped.array(), "altered, in segment 1");
        ByteBuffer without = ByteBuffer.allocate(octets.length - SEALED);
        without.put(octets, 0, second).put(octets, third, octets.length - third);
        refused(without.array(), "altered, in segment 1");
        ByteBuffer doubled = ByteBuffer.allocate(octets.length + SEALED);
        doubled.put(octets, 0, third).put(octets, second, octets.length - second);
        refused(doubled.array(), "altered, in segment 2");
        refused(Arrays.copyOf(octets, octets.length + 1), "something follows its end");
    }

    @Test
    void whatWasCutOffIsRefusedWhereverThatWas() throws IOException {
        byte[] octets = sealed();
        refused(Arrays.copyOf(octets, octets.length - END), "cut off, in segment 7");
        refused(Arrays.copyOf(octets, octets.length - 1), "cut off, in segment 7");
        refused(Arrays.copyOf(octets, HEAD + SEALED), "cut off, in segment 1");
        refused(Arrays.copyOf(octets, HEAD + SEALED + 77), "cut off, in segment 1");
        refused(Arrays.copyOf(octets, HEAD), "cut off, in segment 0");
        refused(Arrays.copyOf(octets, HEAD - 1), "cut off");
        assertThatThrownBy(() -> files.octets(file)).isInstanceOf(DamagedSoundException.class);
    }

    @Test
    void theEndOfOneFileEndsNoOther() throws IOException {
        byte[] octets = sealed();
        // An end made for less sound than there is.
        files.complete(cut(HEAD + SEALED));
        byte[] shorter = sealed();
        byte[] forged = Arrays.copyOf(octets, octets.length);
        System.arraycopy(shorter, shorter.length - END, forged, octets.length - END, END);
        refused(forged, "altered, in segment 7");
    }

    private Path cut(int octets) throws IOException {
        Files.write(file, Arrays.copyOf(sealed(), octets));
        return file;
    }

    @Test
    void anotherKeyAndAnotherPlaceOpenNothing() throws IOException {
        SealedFiles others = new SealedFiles(new PlaceKeys("two"));
        assertThatThrownBy(() -> others.open(file).read())
                .isInstanceOf(DamagedSoundException.class);
        Path elsewhere = file.resolveSibling("m-9.opus");
        Files.copy(file, elsewhere);
        assertThatThrownBy(() -> read(elsewhere)).isInstanceOf(DamagedSoundException.class);
        Path company = Files.createDirectories(folder.resolve("bakery")).resolve("m-1.opus");
        Files.copy(file, company);
        assertThatThrownBy(() -> read(company)).isInstanceOf(DamagedSoundException.class);
        assertThatThrownBy(() -> PlaceKeys.inClear().open(file))
                .isInstanceOf(DamagedSoundException.class)
                .hasMessageContaining("key")
                .hasMessageContaining("not here");
    }

    @Test
    void whatArrivedWholeBeforeAKillIsKept() throws IOException {
        byte[] octets = sealed();
        for (int kept = 0; kept <= SEGMENTS; kept++) {
            for (int torn : new int[] {0, 1, 4, 500}) {
                int length = HEAD + kept * SEALED + Math.min(torn, kept == SEGMENTS ? 19 : torn);
                Files.write(file, Arrays.copyOf(octets, length));
                files.complete(file);
                assertThat(read(file)).isEqualTo(Arrays.copyOf(sound, kept * SEGMENT));
            }
        }
        Files.write(file, Arrays.copyOf(octets, HEAD - 3));
        files.complete(file);
        assertThat(read(file)).isEmpty();
    }

    @Test
    void theZerosOfAPowerCutAreTakenAway() throws IOException {
        byte[] octets = Arrays.copyOf(sealed(), HEAD + 3 * SEALED);
        Files.write(file, Arrays.copyOf(octets, octets.length + 4_096));
        files.complete(file);
        assertThat(read(file)).isEqualTo(Arrays.copyOf(sound, 3 * SEGMENT));
    }

    @Test
    void whatIsCompleteInClearOrGoneIsLeftAsItIs() throws IOException {
        byte[] octets = sealed();
        files.complete(file);
        assertThat(sealed()).isEqualTo(octets);
        Files.write(file, sound);
        files.complete(file);
        assertThat(sealed()).isEqualTo(sound);
        assertThatCode(() -> files.complete(folder.resolve("none"))).doesNotThrowAnyException();
    }

    @Test
    void withoutItsKeyAFileIsNotTouched() throws IOException {
        byte[] octets = Arrays.copyOf(sealed(), HEAD + SEALED + 9);
        Files.write(file, octets);
        assertThatThrownBy(() -> PlaceKeys.inClear().complete(file))
                .isInstanceOf(DamagedSoundException.class);
        assertThat(sealed()).isEqualTo(octets);
    }

    @Test
    void whatStandsInClearIsReadAndSealed() throws IOException {
        Files.write(file, sound);
        assertThat(read(file)).isEqualTo(sound);
        assertThat(files.octets(file)).isEqualTo(sound.length);
        try (InputStream in = files.open(file)) {
            in.skipNBytes(4_321);
            assertThat(in.readNBytes(5)).isEqualTo(Arrays.copyOfRange(sound, 4_321, 4_326));
        }
        Path copy = files.sealedCopy(file).orElseThrow();
        assertThat(sealed()).isEqualTo(sound);
        Files.move(copy, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(sealed()).isNotEqualTo(sound);
        assertThat(read(file)).isEqualTo(sound);
        assertThat(files.sealedCopy(file)).isEmpty();
        assertThat(PlaceKeys.inClear().sealedCopy(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aLargeSoundIsManySegments() throws IOException {
        byte[] large = sound(200_001);
        files.write(file, new ByteArrayInputStream(large));
        assertThat(read(file)).isEqualTo(large);
        SealedWriter writer = files.writer(file).orElseThrow();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(writer.add(large));
        all.writeBytes(writer.end());
        Files.write(file, all.toByteArray());
        assertThat(read(file)).isEqualTo(large);
    }
}
