package org.sonnerie.pbx.privacy;

import java.time.Instant;
import java.util.Set;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody who has left: neither phone nor account is there any more.
 *
 * @param person who
 * @param names under which he stood in the company's plans
 * @param extensions that he had
 * @param alone false: somebody else had one of these names
 * @param byName whether callers could reach people by typing their names
 * @param left when his phone went
 */
public record Leaver(
        PersonId person,
        Set<String> names,
        Set<String> extensions,
        boolean alone,
        boolean byName,
        Instant left) {
    /** Copies the names and extensions. */
    public Leaver {
        names = Set.copyOf(names);
        extensions = Set.copyOf(extensions);
    }
}
