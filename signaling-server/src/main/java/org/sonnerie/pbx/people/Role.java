package org.sonnerie.pbx.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do. */
public enum Role {
    /** Has a phone. */
    EMPLOYEE,
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
     * The role of a word.
     *
     * @param word such as {@code employee}
     * @return empty: there is none
     */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
