package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/** What whoever supervises can ask of the calls of others. Thread safe. */
public interface SupervisionDesk {
    /**
     * Rings a person's phone, by which he hears a call of others; or, if he hears it already,
     * changes who hears him. Whether he may is decided before. May block for up to 5 s.
     *
     * @param company whose call
     * @param call which call
     * @param wish what he wants
     * @throws DeskRefusal if it cannot be: NO_SUCH_CALL, or WRONG_STATE where no two talk, somebody
     *     else supervises it, he is a party of it, or no phone of his can ring
     */
    void supervise(CompanyId company, CallId call, Wish wish);

    /**
     * What is wanted.
     *
     * @param person who supervises
     * @param manner who is to hear him
     * @param why as he typed it, 3 to 200 characters
     */
    record Wish(PersonId person, Manner manner, String why) {}
}
