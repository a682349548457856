package org.sonnerie.pbx.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.config.Csv;

/** A ZIP file that is sent while it is being made. Used by one thread. */
public final class PersonArchive {
    private static final Logger LOG = LoggerFactory.getLogger(PersonArchive.class);

    private final SoundFiles sounds;
    private final ZipOutputStream zip;

    PersonArchive(OutputStream out, SoundFiles sounds) {
        this.sounds = sounds;
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Adds a text.
     *
     * @param name of its file, unique within the archive
     * @param text its content
     * @throws IOException if it is not taken
     */
    public void text(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(text);
    }

    /**
     * Adds a table; its cells cannot be formulas.
     *
     * @param name of its file, unique within the archive
     * @param columns their names
     * @param lines each with one cell a column
     * @throws IOException if it is not taken
     */
    public void table(String name, List<String> columns, Stream<List<String>> lines)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(Csv.BYTE_ORDER_MARK + Csv.line(columns));
        for (Iterator<List<String>> left = lines.iterator(); left.hasNext(); ) {
            write(Csv.line(left.next()));
        }
    }

    /**
     * Adds a sound, in clear; one that was taken away meanwhile is left out, and so is what follows
     * where it was damaged.
     *
     * @param name of its file, unique within the archive
     * @param file where it is
     * @throws IOException if it cannot be read, or is not taken
     */
    public void sound(String name, Path file) throws IOException {
        try (InputStream sound = sounds.open(file)) {
            zip.putNextEntry(new ZipEntry(name));
            sound.transferTo(zip);
        } catch (NoSuchFileException _) {
            // Its line in the table says that it was there.
        } catch (DamagedSoundException damaged) {
            LOG.error("a sound is not exported, or not whole: {}", damaged.getMessage());
        }
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    void finish() throws IOException {
        zip.finish();
    }
}
