package org.sonnerie.media.recorder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is only ever appended to. Owned by one thread. */
final class DiskStore implements PageStore {
    private final Path file;
    private final FileChannel channel;

    private DiskStore(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DiskStore create(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try {
            forceFolder(file);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return new DiskStore(file, channel);
    }

    @Override
    public void append(byte[] pages) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(pages);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
        forceFolder(file);
    }

    /** A file's name is in its folder. Where a folder cannot be opened, the system sees to that. */
    private static void forceFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
