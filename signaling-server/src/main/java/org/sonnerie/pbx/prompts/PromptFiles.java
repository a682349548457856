package org.sonnerie.pbx.prompts;

import java.nio.file.Path;
import java.util.Set;
import org.sonnerie.pbx.config.ForcedFile;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;

/** The files of own prompts: {@code <company>/<name>-<number>.opus}; none is ever written twice. */
final class PromptFiles {
    private final SoundFolder folder;

    PromptFiles(Path folder) {
        this.folder = new SoundFolder(folder);
    }

    Path of(CompanyId company, String file) {
        return folder.of(company.text(), file);
    }

    /** It is on the disk when this returns. */
    void write(CompanyId company, String file, byte[] sound) {
        ForcedFile.write(of(company, file), sound);
    }

    /** Takes away what no prompt names any more: calls of an earlier run heard it to the end. */
    void keepOnly(Set<Path> named) {
        folder.all().stream().filter(file -> !named.contains(file)).forEach(SoundFolder::delete);
    }
}
