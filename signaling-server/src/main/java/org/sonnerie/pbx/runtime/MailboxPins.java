package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/** The PINs of people's mailboxes. Thread safe. */
public interface MailboxPins {
    /**
     * Whether it is his. Takes as long where there is nobody or no PIN, and may wait for the
     * database.
     *
     * @param company whose
     * @param person who; empty: nobody has the extension
     * @param typed what was typed
     * @return true: he may hear his messages
     */
    boolean matches(CompanyId company, Optional<PersonId> person, String typed);
}
