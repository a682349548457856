package org.sonnerie.media.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.api.SoundKey;
import org.sonnerie.media.api.SoundKeys;

/** Sound files that are sealed with the keys of their places. Thread safe. */
public final class SealedFiles implements SoundFiles {
    private static final String PART = ".part";
    private static final String COPY = ".sealing";

    private final SoundKeys keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * Those whose keys somebody keeps.
     *
     * @param keys finds them
     */
    public SealedFiles(SoundKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals a new file, if it is to be sealed.
     *
     * @param file its absolute path
     * @return empty: it stands in clear
     */
    public Optional<SealedWriter> writer(Path file) {
        return keys.findOrMake(file).map(key -> new SealedWriter(key, random));
    }

    @Override
    public InputStream open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean opened = false;
        try {
            byte[] head = head(channel);
            InputStream sound =
                    SegmentCipher.isHead(head)
                            ? new SealedInput(reader(file, channel, head))
                            : Channels.newInputStream(channel);
            opened = true;
            return sound;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    @Override
    public long octets(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] head = head(channel);
            return SegmentCipher.isHead(head)
                    ? reader(file, channel, head).octetsLeft()
                    : channel.size();
        }
    }

    private SegmentReader reader(Path file, FileChannel channel, byte[] head) throws IOException {
        SoundKey key =
                keys.find(file)
                        .orElseThrow(() ->
                                new DamagedSoundException(
                                        "the key of " + file.getFileName() + " is not here"));
        if (head.length < SegmentCipher.HEAD_OCTETS) {
            throw new DamagedSoundException("the sealed file " + key.place() + " was cut off");
        }
        return new SegmentReader(channel, new SegmentCipher(key, SegmentCipher.salt(head)));
    }

    private static byte[] head(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SegmentCipher.HEAD_OCTETS);
        int read = 0;
        while (read >= 0 && head.hasRemaining()) {
            read = channel.read(head, head.position());
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    @Override
    public void write(Path file, InputStream sound) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = beside(file, PART);
        store(part, writer(file), sound);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void store(Path part, Optional<SealedWriter> sealing, InputStream sound)
            throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] some = sound.readNBytes(SegmentCipher.MOST_OCTETS);
            while (some.length > 0) {
                byte[] clear = some;
                put(out, sealing.map(writer -> writer.add(clear)).orElse(clear));
                some = sound.readNBytes(SegmentCipher.MOST_OCTETS);
            }
            put(out, sealing.map(SealedWriter::end).orElseGet(() -> new byte[0]));
            out.force(true);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void put(FileChannel out, byte[] octets) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(octets);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    @Override
    public void complete(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            byte[] head = head(channel);
            if (!SegmentCipher.isHead(head)) {
                return;
            }
            if (head.length < SegmentCipher.HEAD_OCTETS) {
                // Its writer ended before there was anything to be heard.
                channel.truncate(0);
            } else if (!isComplete(reader(file, channel, head))) {
                complete(channel, reader(file, channel, head));
            }
        }
    }

    private static boolean isComplete(SegmentReader segments) throws IOException {
        try {
            return segments.octetsLeft() >= 0;
        } catch (DamagedSoundException cutOff) {
            return false;
        }
    }

    private static void complete(FileChannel channel, SegmentReader segments) throws IOException {
        try {
            while (segments.next() > 0) {
                segments.read();
            }
        } catch (DamagedSoundException fromHere) {
            // What comes before was found to be whole.
        }
        channel.truncate(segments.at());
        channel.position(segments.at());
        put(channel, segments.endHere());
        channel.force(true);
    }

    @Override
    public Optional<Path> sealedCopy(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<SealedWriter> sealing =
                    SegmentCipher.isHead(head(channel)) ? Optional.empty() : writer(file);
            if (sealing.isEmpty()) {
                return Optional.empty();
            }
            Path copy = beside(file, COPY);
            store(copy, sealing, Channels.newInputStream(channel));
            Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
            return Optional.of(copy);
        } catch (NoSuchFileException _) {
            // Somebody deleted it meanwhile.
            return Optional.empty();
        }
    }
}
