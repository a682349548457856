package org.sonnerie.pbx.prompts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.ForcedFile;
import org.sonnerie.pbx.plan.CompanyId;

/** The files of own prompts: {@code <company>/<name>-<number>.opus}; none is ever written twice. */
final class PromptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PromptFiles.class);

    private final Path folder;

    PromptFiles(Path folder) {
        this.folder = folder;
    }

    Path of(CompanyId company, String file) {
        return folder.resolve(company.text()).resolve(file);
    }

    /** It is on the disk when this returns. */
    void write(CompanyId company, String file, byte[] sound) {
        ForcedFile.write(of(company, file), sound);
    }

    /** Takes away what no prompt names any more: calls of an earlier run heard it to the end. */
    void keepOnly(Set<Path> named) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !named.contains(file))
                    .forEach(PromptFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file.getFileName(), e.getMessage());
        }
    }
}
