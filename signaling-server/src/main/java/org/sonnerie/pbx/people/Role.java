package org.sonnerie.pbx.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do. */
public enum Role {
    /** Has a phone. */
    EMPLOYEE,
    /** An employee who sees all calls and queues of the company as they are. */
    RECEPTIONIST,
    /** An employee who sees the calls and agents of the queues he looks after. */
    SUPERVISOR,
    /** Looks after the company; has a phone too. */
    ADMIN,
    /** Looks after the system, not after a company's calls. */
    PROVIDER;

    /**
     * Its word, as forms and REST have it.
     *
     * @return such as {@code employee}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a company gives it to its people.
     *
     * @return false: it is the provider's
     */
    public boolean isOfCompany() {
        return this != PROVIDER;
    }

    /**
     * Whether he sees what goes on, though he is no admin.
     *
     * @return true: the pages of live calls are for him, and no other of the admin's
     */
    public boolean onlyWatches() {
        return this == RECEPTIONIST || this == SUPERVISOR;
    }

    /**
     * Whether he sees calls of others that are over.
     *
     * @return true: those of his queues, or all
     */
    public boolean seesHistory() {
        return this == SUPERVISOR || this == ADMIN;
    }

    /**
     * The role of a word.
     *
     * @param word such as {@code employee}
     * @return empty: there is none
     */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
