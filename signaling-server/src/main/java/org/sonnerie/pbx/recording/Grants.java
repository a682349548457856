package org.sonnerie.pbx.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.PlanPublished;
import org.sonnerie.pbx.recording.GrantRefusedException.Why;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Which recordings of others people may hear. A grant goes with its person, and loses what the plan
 * does not have any more. Thread safe.
 */
@Service
public class Grants {
    private final GrantRows rows;
    private final People people;
    private final Plans plans;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    Grants(
            GrantRows rows,
            People people,
            Plans plans,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.people = people;
        this.plans = plans;
        this.changes = changes;
        this.events = events;
    }

    /**
     * All of a company.
     *
     * @param company whose
     * @return in the order of the people's ids
     */
    public List<Grant> of(CompanyId company) {
        return rows.all(company);
    }

    /**
     * What one may hear.
     *
     * @param company whose
     * @param person who
     * @return empty: no recordings of others
     */
    public Optional<Grant> find(CompanyId company, PersonId person) {
        return rows.find(company, person);
    }

    /**
     * Lets somebody hear recordings, in place of those he might hear before; durable on return.
     *
     * @param company whose
     * @param wish who, and which
     * @param seen refuses, by whatever it throws, if something else is there than was seen
     * @throws GrantRefusedException if it cannot be
     */
    public void put(CompanyId company, Grant wish, Consumer<Optional<Grant>> seen) {
        Account account = account(company, wish.person());
        if (wish.heard().nothing()) {
            throw new GrantRefusedException(Why.NOTHING);
        }
        if (!wish.heard().in(plans.current(company)).equals(wish.heard())) {
            throw new GrantRefusedException(Why.UNKNOWN_PART);
        }
        changes.make(
                company,
                () -> {
                    Optional<Grant> before = rows.find(company, wish.person());
                    seen.accept(before);
                    rows.put(company, wish);
                    tell(company, account.displayName(), before, Optional.of(wish));
                });
    }

    private Account account(CompanyId company, PersonId person) {
        return people.account(company, person.text())
                .orElseThrow(() -> new GrantRefusedException(Why.NOBODY));
    }

    private void tell(CompanyId company, String who, Optional<Grant> before, Optional<Grant> now) {
        if (!before.equals(now)) {
            events.publishEvent(new GrantChanged(company, who, before, now));
        }
    }

    /**
     * Lets somebody hear recordings of others no longer; durable on return.
     *
     * @param company whose
     * @param person who
     * @param seen refuses, by whatever it throws, if something else is there than was seen
     * @return false: he might hear none
     */
    public boolean remove(CompanyId company, PersonId person, Consumer<Grant> seen) {
        return changes.make(
                company,
                () -> {
                    Optional<Grant> before = rows.find(company, person);
                    before.ifPresent(there -> {
                        seen.accept(there);
                        rows.remove(company, person);
                        tell(company, name(company, person), before, Optional.empty());
                    });
                    return before.isPresent();
                });
    }

    private String name(CompanyId company, PersonId person) {
        return people.account(company, person.text())
                .map(Account::displayName)
                .orElse(person.text());
    }

    @EventListener
    void forget(PersonRemoved event) {
        CompanyId company = event.account().company();
        PersonId gone = event.account().id();
        remove(company, gone, _ -> {});
        for (Grant grant : rows.all(company)) {
            Heard heard = grant.heard();
            Set<PersonId> left =
                    heard.people().stream()
                            .filter(one -> !one.equals(gone))
                            .collect(Collectors.toUnmodifiableSet());
            keep(
                    company,
                    grant,
                    new Heard(heard.everything(), heard.queues(), heard.groups(), left));
        }
    }

    @EventListener
    void forget(PlanPublished event) {
        CompanyId company = event.plan().company();
        for (Grant grant : rows.all(company)) {
            keep(company, grant, grant.heard().in(event.plan()));
        }
    }

    /** Of a grant, what is left of it; nothing is none. */
    private void keep(CompanyId company, Grant grant, Heard left) {
        if (left.equals(grant.heard())) {
            return;
        }
        if (left.nothing()) {
            remove(company, grant.person(), _ -> {});
            return;
        }
        Grant now = new Grant(grant.person(), left, grant.download());
        changes.make(
                company,
                () -> {
                    rows.put(company, now);
                    tell(
                            company,
                            name(company, grant.person()),
                            Optional.of(grant),
                            Optional.of(now));
                });
    }
}
