package org.sonnerie.pbx.provider;

import java.util.Optional;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.CallCounts;
import org.sonnerie.pbx.security.Sessions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deletes companies: suspended ones only, whose calls are over. Thread safe. */
@Component
public class CompanyEnd {
    /** Why nothing is deleted where another name was typed. */
    public static final String WRONG_NAME = "provider.delete.problem.name";

    private final CompanyTerms terms;
    private final People people;
    private final CallCounts calls;
    private final CompanyEraser eraser;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    CompanyEnd(
            CompanyTerms terms,
            People people,
            CallCounts calls,
            CompanyEraser eraser,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.terms = terms;
        this.people = people;
        this.calls = calls;
        this.eraser = eraser;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Deletes a company with all that is kept of it; durable on return.
     *
     * @param company which
     * @param typed its name, typed as confirmation
     * @param by the provider's own company, whose audit log says so
     * @return why it is not deleted: a message's key; empty: it is gone
     */
    public Optional<String> delete(Company company, String typed, CompanyId by) {
        Optional<String> problem = problem(company, typed);
        if (problem.isEmpty()) {
            sessions.endAll(company.id());
            eraser.erase(company.id());
            events.publishEvent(new CompanyDeleted(company, by));
        }
        return problem;
    }

    private Optional<String> problem(Company company, String typed) {
        if (!typed.strip().equals(company.name())) {
            return Optional.of(WRONG_NAME);
        }
        if (!terms.of(company.id()).suspended()) {
            return Optional.of("provider.delete.problem.active");
        }
        if (people.of(company.id()).stream().anyMatch(one -> one.role() == Role.PROVIDER)) {
            return Optional.of("provider.delete.problem.provider");
        }
        boolean calling = calls.liveNow(company.id()) > 0 || eraser.hasOpenCalls(company.id());
        return calling ? Optional.of("provider.delete.problem.calls") : Optional.empty();
    }
}
