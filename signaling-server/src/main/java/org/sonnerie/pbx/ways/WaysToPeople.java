package org.sonnerie.pbx.ways;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.stereotype.Component;

/** Tells which paths can reach a person by the plan in force. Thread safe. */
@Component
public class WaysToPeople {
    private final Plans plans;
    private final Narrator narrator;

    WaysToPeople(Plans plans, Narrator narrator) {
        this.plans = plans;
        this.narrator = narrator;
    }

    /**
     * An answer.
     *
     * @param ways a sentence for each path, those from within first
     * @param notes what the person has set that changes all of them
     * @param more true: there are more paths than are told
     */
    public record Told(List<String> ways, List<String> notes, boolean more) {
        /** Copies the lists. */
        public Told {
            ways = List.copyOf(ways);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Tells the paths.
     *
     * @param company whose plan
     * @param person to whom
     * @param locale in which language
     * @return empty if the plan has no such person
     */
    public Optional<Told> to(CompanyId company, PersonId person, Locale locale) {
        CompanyPlan plan = plans.current(company);
        WayWords words = new WayWords(plan);
        return plan.person(person)
                .map(him -> {
                    List<Way> ways = Ways.to(plan, person);
                    return new Told(
                            ways.stream().map(way -> narrator.say(words.of(way), locale)).toList(),
                            words.notes(him).stream()
                                    .map(note -> narrator.say(note, locale))
                                    .toList(),
                            ways.size() >= Ways.MOST);
                });
    }
}
