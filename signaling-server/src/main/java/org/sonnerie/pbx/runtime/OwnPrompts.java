package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.CompanyId;

/** What companies recorded themselves. Thread safe, never blocks. */
public interface OwnPrompts {
    /** The name of what is heard in place of the usual hold music. */
    String HOLD_MUSIC = "hold-music";

    /**
     * The sound of a prompt.
     *
     * @param company whose
     * @param name of the prompt
     * @return an absolute path, Ogg Opus; empty: the built-in one is heard, if there is one
     */
    Optional<Path> file(CompanyId company, String name);

    /**
     * All that a company has.
     *
     * @param company whose
     * @return their names
     */
    Set<String> names(CompanyId company);
}
