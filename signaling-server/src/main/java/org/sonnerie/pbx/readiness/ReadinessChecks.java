package org.sonnerie.pbx.readiness;

import java.util.Map;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Service;

/** How people's phones came out when they last had them checked. Thread safe. */
@Service
public class ReadinessChecks {
    private final ReadinessRows rows;

    ReadinessChecks(ReadinessRows rows) {
        this.rows = rows;
    }

    /**
     * The last result of everybody.
     *
     * @param company whose people
     * @return by person; whoever never had his phone checked is not in it
     */
    public Map<PersonId, ReadinessResult> last(CompanyId company) {
        return rows.last(company);
    }
}
