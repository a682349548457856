package org.sonnerie.pbx.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/**
 * The append-only file that takes events while the database does not, up to a size. One line for an
 * event, tab separated: company, call, plan version, sequence, last, type, JSON. Thread safe.
 */
final class Journal {
    private static final int FIELDS = 7;

    /** What must be free, in the file and on the disk, for it to be of any use. */
    private static final long ROOM = 4_096;

    private final Path folder;
    private final Path file;
    private final EventCodec codec;
    private final long mostBytes;
    private long size;

    /**
     * A part of it.
     *
     * @param events in order
     * @param unreadable complete lines that hold no event that can be read
     * @param end where the next part begins
     */
    record Part(List<LoggedEvent> events, List<String> unreadable, long end) {}

    /**
     * One that may be left from a process before.
     *
     * @param folder where it is
     * @param name of the file
     * @param codec for the events
     * @param mostBytes how large it may become
     */
    Journal(Path folder, String name, EventCodec codec, long mostBytes) throws IOException {
        this.folder = folder;
        this.file = folder.resolve(name);
        this.codec = codec;
        this.mostBytes = mostBytes;
        this.size = Files.isRegularFile(file) ? Files.size(file) : 0;
    }

    synchronized long size() {
        return size;
    }

    /** Whether one more event would probably be taken. */
    synchronized boolean takesMore() {
        return size + ROOM <= mostBytes && canBeWritten();
    }

    private boolean canBeWritten() {
        try {
            return writable() && Files.getFileStore(folder).getUsableSpace() >= ROOM;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean writable() {
        return Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : Files.isWritable(folder);
    }

    /**
     * Appends and forces to disk.
     *
     * @throws IOException if it is full or cannot be written; what was written of the event by then
     *     is overwritten by the next one
     */
    synchronized void append(LoggedEvent event) throws IOException {
        var line = ByteBuffer.wrap(line(event).getBytes(StandardCharsets.UTF_8));
        long end = size + line.remaining();
        if (end > mostBytes) {
            throw new IOException("the journal has reached its limit of " + mostBytes + " bytes");
        }
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(size).position(size);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        size = end;
    }

    /**
     * Reads a part. A line cut short by a crash was never acknowledged and is left out.
     *
     * @param from the end of the part before; 0 for the first one
     * @param mostLines how much at once
     * @return a part with nothing in it: there is no further complete line
     */
    Part read(long from, int mostLines) throws IOException {
        long known = size();
        var events = new ArrayList<LoggedEvent>();
        var unreadable = new ArrayList<String>();
        long end = from;
        if (from < known) {
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                in.skipNBytes(from);
                var line = new ByteArrayOutputStream();
                for (int count = 0; count < mostLines && readLine(in, line, known - end); count++) {
                    end += line.size() + 1;
                    sort(line.toString(StandardCharsets.UTF_8), events, unreadable);
                }
            }
        }
        return new Part(events, unreadable, end);
    }

    /** False: there is no complete line within so many bytes. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line, long most)
            throws IOException {
        line.reset();
        for (long count = 0; count < most; count++) {
            int octet = in.read();
            if (octet == '\n') {
                return true;
            }
            if (octet < 0) {
                return false;
            }
            line.write(octet);
        }
        return false;
    }

    private void sort(String line, List<LoggedEvent> events, List<String> unreadable) {
        try {
            events.add(parse(line));
        } catch (IllegalArgumentException | IllegalStateException _) {
            unreadable.add(line);
        }
    }

    /**
     * Empties it if nothing was appended meanwhile.
     *
     * @param upTo what stands before is in the database
     * @return false: there is more
     */
    synchronized boolean clear(long upTo) throws IOException {
        if (upTo < size) {
            return false;
        }
        Files.deleteIfExists(file);
        size = 0;
        return true;
    }

    private String line(LoggedEvent event) {
        var text = codec.encode(event.event());
        return String.join(
                        "\t",
                        event.company().text(),
                        event.call().text(),
                        event.planVersion().toString(),
                        Long.toString(event.sequence()),
                        Boolean.toString(event.last()),
                        text.type(),
                        text.body())
                + "\n";
    }

    private LoggedEvent parse(String line) {
        var fields = line.split("\t", FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException("too few fields");
        }
        return new LoggedEvent(
                new CompanyId(fields[0]),
                new CallId(fields[1]),
                PlanVersion.parse(fields[2]),
                Long.parseLong(fields[3]),
                codec.decode(new EventCodec.Text(fields[5], fields[6])),
                Boolean.parseBoolean(fields[4]));
    }
}
