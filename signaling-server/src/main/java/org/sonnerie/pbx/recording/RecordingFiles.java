package org.sonnerie.pbx.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.ForcedFile;
import org.sonnerie.pbx.config.OggLength;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;

/**
 * The files of recordings: {@code <company>/<id>.opus} and, until the recording is over and stands
 * so in the database, {@code <id>.json} with all that is known of it.
 */
final class RecordingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);
    private static final String NOTE = ".json";

    private final SoundFolder folder;
    private final SoundFiles files;

    RecordingFiles(Path folder, SoundFiles files) {
        this.files = files;
        this.folder = new SoundFolder(folder);
    }

    Path sound(CompanyId company, RecordingId id) {
        return folder.of(company.text(), id.text() + ".opus");
    }

    private Path note(CompanyId company, RecordingId id) {
        return folder.of(company.text(), id.text() + NOTE);
    }

    /** Writes down what is known; it is on the disk when this returns. */
    void announce(NewRecording recording) {
        ForcedFile.write(note(recording.company(), recording.id()), RecordingNote.write(recording));
    }

    /** It stands in the database as it is, or is not wanted. */
    void settle(NewRecording recording) {
        SoundFolder.delete(note(recording.company(), recording.id()));
    }

    /** Completes its sound if it was not ended; false: it cannot be, yet. */
    boolean complete(NewRecording recording) {
        try {
            files.complete(sound(recording.company(), recording.id()));
            return true;
        } catch (IOException e) {
            LOG.error("recording {} is not complete: {}", recording.id(), e.getMessage());
            return false;
        }
    }

    /** How long its sound is, which is complete. */
    Duration length(NewRecording recording) {
        try {
            return OggLength.of(files, sound(recording.company(), recording.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of its sound; 0: there is none. */
    long size(NewRecording recording) {
        return SoundFolder.size(sound(recording.company(), recording.id()));
    }

    /** Takes both files away. */
    void remove(NewRecording recording) {
        SoundFolder.delete(sound(recording.company(), recording.id()));
        settle(recording);
    }

    /** What was announced and never settled. */
    List<NewRecording> unsettled() {
        return folder.all().stream()
                .filter(file -> file.getFileName().toString().endsWith(NOTE))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private static Optional<NewRecording> read(Path file) {
        try {
            return RecordingNote.read(Files.readString(file));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file.getFileName(), e.getMessage());
            return Optional.empty();
        }
    }
}
