package org.sonnerie.pbx.reports;

import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;

/**
 * The calls of a person.
 *
 * @param person who
 * @param shown how somebody who has left is called; empty: by his name, or else by his id
 * @param made calls he made
 * @param answered calls he took
 * @param missed his phone rang, and nobody answered
 * @param elsewhere his phone rang, and somebody else answered
 * @param notRung his phone should have rung and did not
 * @param talkMillis for how long he was connected
 */
public record PersonFigures(
        PersonId person,
        String shown,
        long made,
        long answered,
        long missed,
        long elsewhere,
        long notRung,
        long talkMillis) {
    /**
     * By how much there was to do.
     *
     * @return calls made, taken and missed
     */
    public long calls() {
        return made + answered + missed;
    }

    /**
     * Whoever it is.
     *
     * @param plan as it is now
     * @return his name; of somebody who is in it no longer his pseudonym, if he has one, or his id
     */
    public String name(CompanyPlan plan) {
        return plan.person(person)
                .map(Person::name)
                .orElse(shown.isEmpty() ? person.text() : shown);
    }

    PersonFigures and(PersonFigures more) {
        return new PersonFigures(
                person,
                shown,
                made + more.made,
                answered + more.answered,
                missed + more.missed,
                elsewhere + more.elsewhere,
                notRung + more.notRung,
                talkMillis + more.talkMillis);
    }

    PersonFigures shownAs(String other) {
        return new PersonFigures(
                person, other, made, answered, missed, elsewhere, notRung, talkMillis);
    }
}
