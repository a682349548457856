package org.sonnerie.pbx.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.PersonId;

/** How many calls live at once, of each company and each person, and how many may. Thread safe. */
final class Occupancy {
    private final Limits limits;
    private final Map<CallId, Seats> calls = new HashMap<>();
    private final Map<CompanyId, Integer> ofCompany = new HashMap<>();
    private final Map<PersonId, Integer> ofPerson = new HashMap<>();

    /**
     * The most there may be.
     *
     * @param callsPerPerson live calls of one person: placed, ringing or answered
     * @param callsPerCompany live calls of one company
     * @param terms what the provider lets each company have
     */
    record Limits(int callsPerPerson, int callsPerCompany, CallTerms terms) {
        /** Where the provider limits nobody. */
        Limits(int callsPerPerson, int callsPerCompany) {
            this(callsPerPerson, callsPerCompany, CallTerms.FREE);
        }
    }

    private record Seats(CompanyId company, Set<PersonId> people) {}

    Occupancy(Limits limits) {
        this.limits = limits;
    }

    /** A call begins; false: its company has as many as it may. */
    synchronized boolean begin(CallId call, CompanyId company) {
        int now = of(company);
        boolean room =
                now < limits.callsPerCompany()
                        && now < limits.terms().mostCalls(company)
                        && !limits.terms().suspended(company);
        if (room) {
            count(call, company);
        }
        return room;
    }

    /**
     * Why a company's call did not {@link #begin}; empty: this server has as many of it as it
     * takes.
     */
    synchronized Optional<Refusal> whyNot(CompanyId company) {
        if (limits.terms().suspended(company)) {
            return Optional.of(Refusal.SUSPENDED);
        }
        return of(company) < limits.callsPerCompany()
                ? Optional.of(Refusal.COMPANY_FULL)
                : Optional.empty();
    }

    /** How many calls of a company live now. */
    synchronized int of(CompanyId company) {
        return ofCompany.getOrDefault(company, 0);
    }

    /** A person takes part in a call that began; false: he has as many as one may. */
    synchronized boolean join(CallId call, PersonId person) {
        var seats = calls.get(call);
        if (seats == null || seats.people().contains(person)) {
            return seats != null;
        }
        boolean room = ofPerson.getOrDefault(person, 0) < limits.callsPerPerson();
        if (room) {
            seat(seats, person);
        }
        return room;
    }

    /** A call of before is taken up, whatever the limits are. */
    synchronized void restore(CallId call, CompanyId company, Set<PersonId> people) {
        var seats = count(call, company);
        people.forEach(person -> seat(seats, person));
    }

    /** Of those who took part in a call only these still do. */
    synchronized void keep(CallId call, Set<PersonId> people) {
        var seats = calls.get(call);
        if (seats != null) {
            seats.people().removeIf(person -> !people.contains(person) && gone(person));
        }
    }

    /** A call is over, or did not come about. */
    synchronized void end(CallId call) {
        keep(call, Set.of());
        var seats = calls.remove(call);
        if (seats != null) {
            ofCompany.computeIfPresent(seats.company(), Occupancy::oneLess);
        }
    }

    private Seats count(CallId call, CompanyId company) {
        var seats = new Seats(company, new HashSet<>());
        calls.put(call, seats);
        ofCompany.merge(company, 1, Integer::sum);
        return seats;
    }

    private void seat(Seats seats, PersonId person) {
        seats.people().add(person);
        ofPerson.merge(person, 1, Integer::sum);
    }

    private boolean gone(PersonId person) {
        ofPerson.computeIfPresent(person, Occupancy::oneLess);
        return true;
    }

    private static <K> @Nullable Integer oneLess(K of, Integer count) {
        return count > 1 ? count - 1 : null;
    }
}
