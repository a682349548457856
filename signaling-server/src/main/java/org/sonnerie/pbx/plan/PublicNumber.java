package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * A number of the company on the public network (DID).
 *
 * @param e164 "+" and 7 to 15 digits
 * @param destination where a call to it goes
 * @param language in which whoever calls it is spoken to; empty: the company's
 */
public record PublicNumber(String e164, Destination destination, Optional<String> language) {
    /**
     * One in the company's language.
     *
     * @param e164 "+" and 7 to 15 digits
     * @param destination where a call to it goes
     */
    public PublicNumber(String e164, Destination destination) {
        this(e164, destination, Optional.empty());
    }
}
