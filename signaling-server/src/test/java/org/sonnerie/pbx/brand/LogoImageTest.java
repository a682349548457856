package org.sonnerie.pbx.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.brand.LogoRefusedException.Why;

/** Of what is sent as a logo only the pixels are kept, and not more of them than are shown. */
class LogoImageTest {
    private static final int WIDTH_AT = 16;
    private static final int HEADER_END = 29;

    private static byte[] picture(int width, int height, String kind) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage kept(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(LogoImage.of(file).png()));
    }

    private static void refused(byte[] file, Why why) {
        assertThatThrownBy(() -> LogoImage.of(file))
                .isInstanceOfSatisfying(
                        LogoRefusedException.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50, 100, 50",
        "480, 128, 480, 128",
        "960, 128, 480, 64",
        "480, 256, 240, 128",
        "4096, 4096, 128, 128",
        "4096, 1, 480, 1"
    })
    void isNoLargerThanItIsShownAndKeepsItsShape(int wide, int high, int keptWide, int keptHigh)
            throws IOException {
        BufferedImage kept = kept(picture(wide, high, "png"));

        assertThat(kept.getWidth()).isEqualTo(keptWide);
        assertThat(kept.getHeight()).isEqualTo(keptHigh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void readsTheKindsThatPeopleHave(String kind) throws IOException {
        assertThat(kept(picture(60, 40, kind)).getWidth()).isEqualTo(60);
    }

    @Test
    void nothingThatWasHiddenBesideThePixelsIsKept() throws IOException {
        byte[] file = picture(60, 40, "png");
        byte[] more = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);

        assertThat(new String(LogoImage.of(both).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDrawn() throws IOException {
        refused(picture(4_097, 1, "png"), Why.TOO_MANY_PIXELS);
        // A few bytes that say they are 40,000 by 40,000: more than 6 GB, were they drawn.
        byte[] bomb = picture(60, 40, "png");
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(WIDTH_AT, 40_000).putInt(WIDTH_AT + 4, 40_000);
        CRC32 sum = new CRC32();
        sum.update(bomb, WIDTH_AT - 4, HEADER_END - WIDTH_AT + 4);
        header.putInt(HEADER_END, (int) sum.getValue());
        refused(bomb, Why.TOO_MANY_PIXELS);
    }

    @Test
    void whatIsNoPictureOrIsCutOffIsRefused() throws IOException {
        refused(new byte[0], Why.NO_PICTURE);
        refused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Why.NO_PICTURE);
        byte[] file = picture(60, 40, "gif");
        refused(Arrays.copyOf(file, 20), Why.NO_PICTURE);
        refused(Arrays.copyOf(picture(60, 40, "png"), 40), Why.NO_PICTURE);
        refused(new byte[LogoImage.MOST_BYTES + 1], Why.TOO_LARGE);
    }
}
