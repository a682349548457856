package org.sonnerie.pbx.tokens;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A token as it is kept: without itself.
 *
 * @param id names it
 * @param company whose interface it opens
 * @param person in whose name it acts
 * @param name what it is for
 * @param prefix how it begins, to be recognised by
 * @param scopes what it may do
 * @param life since when and until when
 */
public record ApiToken(
        String id,
        CompanyId company,
        PersonId person,
        String name,
        String prefix,
        Set<Scope> scopes,
        Life life) {
    /** Copies the set. */
    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /**
     * When what happened to it.
     *
     * @param made when it was made
     * @param expires when it stops being good
     * @param used when it was used last, to the minute; empty: never
     */
    public record Life(Instant made, Instant expires, Optional<Instant> used) {}

    /**
     * The scopes as they are written.
     *
     * @return in one order, with a space between
     */
    public String scopesText() {
        return text(scopes);
    }

    /** Whether somebody of a role may have it. */
    boolean isFor(Role role) {
        return scopes.stream().allMatch(scope -> scope.isFor(role));
    }

    static String text(Set<Scope> scopes) {
        return scopes.isEmpty()
                ? ""
                : EnumSet.copyOf(scopes).stream().map(Scope::text).collect(Collectors.joining(" "));
    }
}
