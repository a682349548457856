package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.ExportedSound;
import org.sonnerie.media.api.SoundExporter;
import org.sonnerie.media.api.SoundFiles;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers with what the relay recorded, as it is or as WAV, with size and ranges. WAV is decoded
 * while it is sent. Thread safe.
 */
@Component
public final class SoundAnswers {
    /** What is sent if nobody says otherwise. */
    public static final String OGG = "ogg";

    private static final String WAV = "wav";
    private static final MediaType OGG_TYPE = MediaType.parseMediaType("audio/ogg");
    private static final MediaType WAV_TYPE = MediaType.parseMediaType("audio/wav");

    private static final Logger LOG = LoggerFactory.getLogger(SoundAnswers.class);

    private final SoundExporter exporter;
    private final SoundFiles files;

    SoundAnswers(SoundExporter exporter, SoundFiles files) {
        this.exporter = exporter;
        this.files = files;
    }

    /**
     * An answer.
     *
     * @param file Ogg Opus
     * @param format {@code ogg} or {@code wav}
     * @return to be sent
     * @throws ResponseStatusException 404: nothing can be heard in the file; 500: it was changed,
     *     or its key is not here
     */
    public ResponseEntity<Resource> of(Path file, String format) {
        boolean wav = isWav(format);
        try {
            return ResponseEntity.ok()
                    .contentType(wav ? WAV_TYPE : OGG_TYPE)
                    .body(wav ? new Exported(exporter.wav(file)) : new SoundResource(files, file));
        } catch (DamagedSoundException damaged) {
            LOG.error("a sound is not sent: {}", damaged.getMessage());
            throw new ResponseStatusException(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "the file of this sound was changed or is damaged",
                    damaged);
        } catch (IOException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "nothing can be heard in it", unreadable);
        }
    }

    /**
     * Looks at what was asked for, before anything is done for it.
     *
     * @param format as it was given
     * @return how such files are called
     * @throws ResponseStatusException 400: there is no such format
     */
    public static String extension(String format) {
        return isWav(format) ? ".wav" : ".opus";
    }

    private static boolean isWav(String format) {
        if (!format.equals(OGG) && !format.equals(WAV)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "format is ogg or wav");
        }
        return format.equals(WAV);
    }

    /** What is made while it is read. */
    private static final class Exported extends AbstractResource {
        private final ExportedSound sound;

        Exported(ExportedSound sound) {
            this.sound = sound;
        }

        @Override
        public String getDescription() {
            return "a recording as WAV";
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return sound.octets();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return sound.open();
        }
    }
}
