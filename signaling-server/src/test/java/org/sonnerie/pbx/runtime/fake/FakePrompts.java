package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.OwnPrompts;

/** Every company has "own-greeting" in its language and in French, and its own "closed". */
public final class FakePrompts implements OwnPrompts {
    public static final String NAME = "own-greeting";
    public static final Path FILE = Path.of("/prompts/own.opus");
    public static final Path FILE_FR = Path.of("/prompts/own-fr.opus");

    private static final Map<String, Path> FILES =
            Map.of(NAME, FILE, NAME + "_fr", FILE_FR, "closed", FILE);

    @Override
    public Optional<Path> file(CompanyId company, String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    @Override
    public Set<String> names(CompanyId company) {
        return FILES.keySet();
    }
}
