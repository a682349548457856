package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How somebody is written to, and found by name.
 *
 * @param email his address; empty: he gets no mail
 * @param language ISO 639-1, of mails to him; empty: the company's
 * @param listing how he is found in the directory by phone
 */
public record Contact(Optional<String> email, Optional<String> language, Listing listing) {
    /** Nobody writes to him. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

    /**
     * Somebody who is found as everybody is.
     *
     * @param email his address; empty: he gets no mail
     * @param language ISO 639-1, of mails to him; empty: the company's
     */
    public Contact(Optional<String> email, Optional<String> language) {
        this(email, language, Listing.USUAL);
    }

    /**
     * The same, found otherwise.
     *
     * @param other how
     * @return a contact of the same address
     */
    public Contact with(Listing other) {
        return new Contact(email, language, other);
    }
}
