package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.PersonId;

/**
 * A person's handing on of a call, for as long as nobody has taken it.
 *
 * @param by who handed it on
 * @param card what whoever is rung is shown
 * @param returns it goes back to him if nobody takes it
 */
record Handover(PersonId by, Card card, boolean returns) {
    /** It came back: whoever handed it on is rung again. */
    boolean back() {
        return card.kind() == Card.Kind.RETURNED;
    }
}
