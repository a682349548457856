package org.sonnerie.pbx.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.people.Role;

/** What a token may do: read or change one area of the REST interface. */
public enum Scope {
    /** The plan, its draft and trial calls through it. */
    PLAN_READ,
    /** The draft: put, publish, undo, call it. */
    PLAN_WRITE,
    /** Who may sign in, and which paths reach them. */
    PEOPLE_READ,
    /** Add people and give them links. */
    PEOPLE_WRITE,
    /** Call records, their stories and facts. */
    CALLS_READ,
    /** Have people call numbers. */
    CALLS_WRITE,
    /** Recordings and their sound. */
    RECORDINGS_READ,
    /** Delete recordings and take that back. */
    RECORDINGS_WRITE,
    /** Queues as they stand. */
    QUEUES_READ,
    /** Agents' duty. */
    QUEUES_WRITE,
    /** Own prompts and their sound. */
    PROMPTS_READ,
    /** Put and delete prompts. */
    PROMPTS_WRITE,
    /** Which tokens there are. */
    TOKENS_READ,
    /** Make and revoke tokens that may do no more. */
    TOKENS_WRITE,
    /** Which webhooks there are, and how they fare. */
    WEBHOOKS_READ,
    /** Make, test and delete webhooks. */
    WEBHOOKS_WRITE,
    /** What happens, as it happens. */
    EVENTS_READ,
    /** The audit log. */
    AUDIT_READ,
    /** For how long calls are kept, and how much is kept of a number. */
    PRIVACY_READ,
    /** Set that time, and erase what is kept of a number. */
    PRIVACY_WRITE,
    /** Of the provider: which companies there are, and how the server is set. */
    PROVIDER_READ,
    /** Of the provider: make, limit, suspend and delete companies; set the server. */
    PROVIDER_WRITE;

    /**
     * As it is written.
     *
     * @return such as {@code plan:read}
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * Whether somebody of a role may have it in a token: the provider's and those of companies are
     * never in one.
     *
     * @param role of whoever makes the token
     * @return false: it opens what he may not reach himself
     */
    public boolean isFor(Role role) {
        boolean ofProvider = this == PROVIDER_READ || this == PROVIDER_WRITE;
        return role == (ofProvider ? Role.PROVIDER : Role.ADMIN);
    }

    /**
     * Those that somebody may have in a token.
     *
     * @param role his
     * @return in their order
     */
    public static List<Scope> of(Role role) {
        return Arrays.stream(values()).filter(scope -> scope.isFor(role)).toList();
    }

    /**
     * Reads one.
     *
     * @param text such as {@code plan:read}
     * @return empty: there is no such scope
     */
    public static Optional<Scope> read(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
    }
}
