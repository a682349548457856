package org.sonnerie.pbx.privacy;

import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;

/** Knows who has left. */
public interface FormerStaff {
    /**
     * Those who once had a phone, and have neither phone nor account now.
     *
     * @param company whose
     * @return in the order in which they came
     */
    List<Leaver> gone(CompanyId company);
}
