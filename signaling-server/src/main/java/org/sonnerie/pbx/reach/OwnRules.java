package org.sonnerie.pbx.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.publish.PlanDocumentException;
import org.sonnerie.pbx.publish.ReachText;

/**
 * What the people of a company set at one time.
 *
 * @param revision of the last change that is in it; 0: none
 * @param reaches of those who have rules of their own
 * @param blocked of those who have blocked somebody
 */
record OwnRules(long revision, Map<PersonId, Reach> reaches, Map<PersonId, Blocked> blocked) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRules.class);

    static final OwnRules NONE = new OwnRules(0, Map.of(), Map.of());

    OwnRules {
        reaches = Map.copyOf(reaches);
        blocked = Map.copyOf(blocked);
    }

    static OwnRules of(List<ReachRows.Row> changes) {
        OwnRules rules = NONE;
        for (ReachRows.Row row : changes) {
            rules = rules.with(row);
        }
        return rules;
    }

    OwnRules with(ReachRows.Row change) {
        Map<PersonId, Reach> next = new HashMap<>(reaches);
        next.remove(change.person());
        try {
            change.body().map(ReachText::read).ifPresent(reach -> next.put(change.person(), reach));
        } catch (PlanDocumentException unreadable) {
            // Written by this very code: nobody else's calls may stop for it.
            LOG.error("own rules of revision {} are not readable", change.revision(), unreadable);
        }
        Map<PersonId, Blocked> refused = new HashMap<>(blocked);
        refused.remove(change.person());
        change.blocked().map(BlockedText::read).ifPresent(one -> refused.put(change.person(), one));
        return new OwnRules(change.revision(), next, refused);
    }

    /** The plan with them; what leads to somebody who is gone is left out. */
    CompanyPlan over(CompanyPlan plan) {
        if (revision == 0) {
            return plan;
        }
        List<Person> people = plan.people().stream().map(person -> over(plan, person)).toList();
        return plan.with(people, revision);
    }

    private Person over(CompanyPlan plan, Person person) {
        Reach own = reaches.get(person.id());
        Reach reach =
                own == null
                        ? person.reach()
                        : own.keeping(part -> plan.problems(person.with(part)).isEmpty());
        return person.with(reach.blocking(blocked.getOrDefault(person.id(), Blocked.NOBODY)));
    }
}
