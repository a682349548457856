package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/**
 * The append-only file that takes events while the database does not. One line for an event, tab
 * separated: company, call, plan version, sequence, last, type, JSON. Thread safe.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int FIELDS = 7;

    private final Path file;
    private final EventCodec codec;

    Journal(Path file, EventCodec codec) {
        this.file = file;
        this.codec = codec;
    }

    /** Appends and forces to disk. */
    synchronized void append(LoggedEvent event) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var line = ByteBuffer.wrap(line(event).getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands in it, in order; a line cut short by a crash was never acknowledged and is left
     * out.
     */
    synchronized List<LoggedEvent> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        var events = new ArrayList<LoggedEvent>();
        try {
            var text = Files.readString(file);
            var complete = text.substring(0, text.lastIndexOf('\n') + 1);
            complete.lines().forEach(line -> events.add(parse(line)));
            if (complete.length() < text.length()) {
                LOG.warn("the call journal ends in half a line, left out");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    /**
     * Empties it if all of it stands in the database; no event is appended between the question and
     * the deed.
     */
    synchronized void clearIf(BooleanSupplier allInDatabase) {
        if (!allInDatabase.getAsBoolean()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(LoggedEvent event) {
        var text = codec.encode(event.event());
        return String.join(
                        "\t",
                        event.company().text(),
                        event.call().text(),
                        Long.toString(event.planVersion()),
                        Long.toString(event.sequence()),
                        Boolean.toString(event.last()),
                        text.type(),
                        text.body())
                + "\n";
    }

    private LoggedEvent parse(String line) {
        var fields = line.split("\t", FIELDS);
        return new LoggedEvent(
                new CompanyId(fields[0]),
                new CallId(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                codec.decode(new EventCodec.Text(fields[5], fields[6])),
                Boolean.parseBoolean(fields[4]));
    }
}
