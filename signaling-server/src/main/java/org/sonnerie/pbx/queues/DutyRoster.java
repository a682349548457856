package org.sonnerie.pbx.queues;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Duty;
import org.springframework.stereotype.Component;

/** Who is on duty: in memory, and in the database before it is in force. Thread safe. */
@Component
public class DutyRoster implements Duty {
    private final DutyRows rows;
    private final InstantSource clock;
    private final Map<Key, DutyState> states = new ConcurrentHashMap<>();

    private record Key(CompanyId company, PersonId agent) {}

    DutyRoster(DutyRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
        rows.all().forEach(row -> states.put(new Key(row.company(), row.agent()), row.state()));
    }

    @Override
    public boolean serves(CompanyId company, PersonId agent) {
        return of(company, agent).serves();
    }

    /**
     * An agent's duty.
     *
     * @param company whose
     * @param agent who
     * @return as of now
     */
    public DutyState of(CompanyId company, PersonId agent) {
        return states.getOrDefault(new Key(company, agent), DutyState.USUAL);
    }

    /**
     * Changes an agent's duty; in force on return.
     *
     * @param company whose
     * @param agent who
     * @param onDuty he serves the queues
     * @param pause why he makes a pause; empty: he makes none
     * @return his duty now
     * @throws IllegalArgumentException if the reason is blank or too long
     */
    public DutyState change(
            CompanyId company, PersonId agent, boolean onDuty, Optional<String> pause) {
        Optional<String> reason = pause.filter(_ -> onDuty).map(String::strip);
        if (reason.filter(text -> text.isEmpty() || text.length() > DutyState.LONGEST_PAUSE)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "a pause has a reason of 1 to " + DutyState.LONGEST_PAUSE + " characters");
        }
        DutyState state = new DutyState(onDuty, reason, Optional.of(clock.instant()));
        rows.put(company, agent, state);
        states.put(new Key(company, agent), state);
        return state;
    }
}
