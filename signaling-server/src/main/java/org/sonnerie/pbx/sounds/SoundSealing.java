package org.sonnerie.pbx.sounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.SoundFolder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals what stands in clear: files from before there were keys, and those for which no key was to
 * be had. Thread safe.
 */
@Component
class SoundSealing implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SoundSealing.class);

    /** Whatever was written to within this may still be. */
    private static final Duration RESTING = Duration.ofMinutes(10);

    private static final String SOUND = ".opus";
    private static final String NOTE = ".json";

    private final SoundFiles files;
    private final List<SoundFolder> folders;
    private final InstantSource clock;
    private final RegularWork work = new RegularWork("sound-sealing-");

    SoundSealing(SoundFiles files, SonnerieProperties properties, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.folders =
                SoundKeyStore.FOLDERS.stream()
                        .map(name -> properties.dataFolder().toAbsolutePath().resolve(name))
                        .map(SoundFolder::new)
                        .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(Retention.BETWEEN_LOOKS, this::sealAll);
    }

    @Override
    public void destroy() {
        work.close();
    }

    /** Looks at all files once. */
    void sealAll() {
        Instant before = clock.instant().minus(RESTING);
        long sealed =
                folders.stream()
                        .flatMap(folder -> folder.all().stream())
                        .filter(file -> rests(file, before))
                        .filter(this::sealed)
                        .count();
        if (sealed > 0) {
            LOG.info("{} sounds that stood in clear are sealed", sealed);
        }
    }

    /** Nobody writes it; of a message or recording that is not over there is a note beside it. */
    private static boolean rests(Path file, Instant before) {
        String name = file.getFileName().toString();
        String note = name.substring(0, Math.max(0, name.lastIndexOf('.'))) + NOTE;
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before)
                    && Files.notExists(file.resolveSibling(note));
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean sealed(Path file) {
        if (SoundFolder.isLeftOver(file)) {
            boolean _ = SoundFolder.delete(file);
            return false;
        }
        if (!file.getFileName().toString().endsWith(SOUND)) {
            return false;
        }
        try {
            Optional<Path> copy = files.sealedCopy(file);
            return copy.isPresent() && SoundFolder.replace(copy.get(), file);
        } catch (IOException e) {
            LOG.warn("{} is not sealed: {}", file.getFileName(), e.getMessage());
            return false;
        }
    }
}
