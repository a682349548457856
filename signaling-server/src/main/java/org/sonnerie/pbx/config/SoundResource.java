package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sonnerie.media.api.SoundFiles;
import org.springframework.core.io.AbstractResource;

/** The sound in a file that may be sealed; it is opened while it is sent. */
final class SoundResource extends AbstractResource {
    private final SoundFiles files;
    private final Path file;
    private final long octets;

    /**
     * One that can be opened.
     *
     * @throws IOException if it cannot
     */
    SoundResource(SoundFiles files, Path file) throws IOException {
        this.files = files;
        this.file = file;
        this.octets = files.octets(file);
    }

    @Override
    public String getDescription() {
        return "the sound in " + file.getFileName();
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public long contentLength() {
        return octets;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return files.open(file);
    }
}
