package org.sonnerie.pbx.call;

import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;

/** Whose leg it is. */
public sealed interface Who {
    /**
     * A person of the company on a browser phone.
     *
     * @param person who
     * @param via how the call came to him, such as a group's name; may be empty
     * @param card what travels with the call, where it was handed on
     */
    record Colleague(PersonId person, String via, Optional<Card> card) implements Who {}

    /**
     * Somebody on the phone network.
     *
     * @param trunk over which trunk
     * @param number his number; empty: withheld
     * @param name as told by the carrier; may be empty
     */
    record Outsider(TrunkId trunk, Optional<String> number, String name) implements Who {}

    /**
     * Somebody on a page of his browser, without an account.
     *
     * @param name as he gave it
     */
    record Guest(String name) implements Who {}
}
