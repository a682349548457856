package org.sonnerie.media.recorder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sonnerie.media.sealing.SealedFiles;
import org.sonnerie.media.sealing.SealedWriter;

/** A file whose pages are sealed before they reach the disk. Owned by one thread. */
final class SealedStore implements PageStore {
    private final PageStore disk;
    private final SealedWriter sealing;
    private boolean failed;

    private SealedStore(PageStore disk, SealedWriter sealing) {
        this.disk = disk;
        this.sealing = sealing;
    }

    /** Makes a new file, sealed where its place has a key. */
    static PageStore create(Path file, SealedFiles files) throws IOException {
        Optional<SealedWriter> sealing = files.writer(file);
        PageStore disk = DiskStore.create(file);
        return sealing.<PageStore>map(writer -> new SealedStore(disk, writer)).orElse(disk);
    }

    @Override
    public void append(byte[] pages) throws IOException {
        failed = true;
        disk.append(sealing.add(pages));
        failed = false;
    }

    /** After a failure the file has no end: whoever takes it up sees what arrived whole. */
    @Override
    public void close() throws IOException {
        try (disk) {
            if (!failed) {
                disk.append(sealing.end());
            }
        }
    }

    @Override
    public String toString() {
        return "sealed -> " + disk;
    }
}
