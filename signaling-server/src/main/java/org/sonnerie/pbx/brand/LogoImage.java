package org.sonnerie.pbx.brand;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.sonnerie.pbx.brand.LogoRefusedException.Why;

/**
 * A logo as it is kept: drawn anew, so that nothing but its pixels is left of the file, and no
 * larger than pages show it on fine screens.
 */
public final class LogoImage {
    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 2_000_000;

    private static final int MOST_PIXELS = 4_096;
    private static final int WIDE = 480;
    private static final int HIGH = 128;

    private final byte[] png;

    private LogoImage(byte[] png) {
        this.png = png;
    }

    /**
     * The PNG image (ISO/IEC 15948).
     *
     * @return at most 480 by 128 pixels; not kept
     */
    byte[] png() {
        return png.clone();
    }

    /**
     * Reads a picture: PNG, JPEG, GIF or BMP, of the first frame.
     *
     * @param file as it was sent
     * @return the logo
     * @throws LogoRefusedException if it can be none; its size is looked at before it is drawn
     */
    public static LogoImage of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new LogoRefusedException(Why.TOO_LARGE);
        }
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new LogoRefusedException(Why.NO_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new LogoImage(drawn(read(reader)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // What readers throw at pictures that are cut off or wrong inside.
            throw new LogoRefusedException(Why.NO_PICTURE);
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
            throw new LogoRefusedException(Why.TOO_MANY_PIXELS);
        }
        return reader.read(0);
    }

    private static byte[] drawn(BufferedImage picture) throws IOException {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDE / picture.getWidth(),
                                (double) HIGH / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(small, "png", out);
        }
        return bytes.toByteArray();
    }
}
