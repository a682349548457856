package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.OwnPrompts;

/** Every company has recorded "own-greeting" and nothing else. */
public final class FakePrompts implements OwnPrompts {
    public static final String NAME = "own-greeting";
    public static final Path FILE = Path.of("/prompts/own-greeting.opus");

    @Override
    public Optional<Path> file(CompanyId company, String name) {
        return Optional.of(FILE).filter(_ -> name.equals(NAME));
    }

    @Override
    public Set<String> names(CompanyId company) {
        return Set.of(NAME);
    }
}
