package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.PersonId;

/** What programs can ask of the calls. Thread safe. */
public interface ProgramDesk {
    /**
     * Has a person call a number: his phone rings, and once he has answered it is dialled as if he
     * had typed it. May block for up to 5 s.
     *
     * @param person who
     * @param to the number, as typed
     * @param by which program, as shown to him
     * @return the call, which rings
     * @throws DeskRefusal if it cannot be: WRONG_STATE where no phone of his can ring now
     */
    CallId ring(PersonId person, String to, String by);
}
