package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How somebody is found in the directory by phone.
 *
 * @param listed false: he does not want to be
 * @param department tells people of one name apart
 */
public record Listing(boolean listed, Optional<String> department) {
    /** As everybody. */
    public static final Listing USUAL = new Listing(true, Optional.empty());
}
