package org.sonnerie.pbx.history;

import java.util.Optional;
import org.sonnerie.pbx.call.Who;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody in a call, under the name he had then.
 *
 * @param person present for a person of the company
 * @param name may be empty
 * @param number extension or outside number; empty: withheld
 */
public record RecordedParty(Optional<PersonId> person, String name, String number) {
    static RecordedParty of(CompanyPlan plan, Who who) {
        return switch (who) {
            case Who.Colleague(PersonId person, String _, var _) -> of(plan, person);
            case Who.Outsider(var _, Optional<String> number, String name) ->
                    new RecordedParty(Optional.empty(), name, number.orElse(""));
            case Who.Guest(String name) -> new RecordedParty(Optional.empty(), name, "");
        };
    }

    static RecordedParty of(CompanyPlan plan, PersonId person) {
        return new RecordedParty(
                Optional.of(person),
                plan.person(person).map(Person::name).orElse(person.text()),
                plan.person(person).map(Person::extension).orElse(""));
    }

    /** A colleague by his name, somebody outside by his number; both where that helps. */
    Phrase phrase() {
        if (person.isPresent() || number.isEmpty()) {
            return name.isEmpty() ? Sentence.of("story.withheld") : new Phrase.Plain(name);
        }
        return new Phrase.Plain(name.isEmpty() ? number : name + " (" + number + ")");
    }
}
