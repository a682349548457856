package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How somebody is written to.
 *
 * @param email his address; empty: he gets no mail
 * @param language ISO 639-1, of mails to him; empty: the company's
 */
public record Contact(Optional<String> email, Optional<String> language) {
    /** Nobody writes to him. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());
}
