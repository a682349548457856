package org.sonnerie.pbx.ways;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.ways.Way.Start;
import org.sonnerie.pbx.ways.Way.Step;

/** Says paths and what stands in their way. Pure. */
final class WayWords {
    private final CompanyPlan plan;

    WayWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(Way way) {
        Sentence passed =
                Stream.concat(
                                way.steps().stream().map(this::step),
                                Stream.of(Sentence.of("way.rings")))
                        .reduce((one, next) -> Sentence.of("way.then", one, next))
                        .orElseThrow();
        return start(way.start(), passed);
    }

    private Sentence start(Start start, Sentence passed) {
        return switch (start) {
            case Start.FromOutside(String e164) -> Sentence.of("way.number", e164, passed);
            case Start.FromWithin(String extension) ->
                    Sentence.of("way.extension", extension, passed);
            case Start.Screened(var callers, var numbers) ->
                    Sentence.of(
                            numbers.isEmpty() ? "way.screened" : "way.screened.numbers",
                            callers(callers),
                            passed,
                            String.join(", ", numbers));
        };
    }

    private Sentence callers(ScreeningRule.Callers callers) {
        return switch (callers) {
            case ScreeningRule.Callers.Withheld() -> Sentence.of("way.callers.withheld");
            case ScreeningRule.Callers.Listed(var id) ->
                    Sentence.of(
                            "way.callers.listed",
                            plan.outside().screening().lists().stream()
                                    .filter(list -> list.id().equals(id))
                                    .map(CallerList::name)
                                    .findFirst()
                                    .orElse(id.text()));
        };
    }

    private Sentence step(Step step) {
        return switch (step) {
            case Step.At(Destination place) -> Place.of(plan, place).sentence();
            case Step.Key(char key) -> Sentence.of("way.key", key);
            case Step.Typed(String extension) -> Sentence.of("way.typed", extension);
            case Step.Where(var why) ->
                    Sentence.of(
                            switch (why) {
                                case NOTHING_TYPED -> "way.nothing-typed";
                                case NOT_UNDERSTOOD -> "way.not-understood";
                                case OPEN -> "way.open";
                                case CLOSED -> "way.closed";
                                case HOLIDAY -> "way.holiday";
                                case NOBODY_ANSWERED -> "way.nobody-answered";
                                case NOT_SERVED -> "way.not-served";
                            });
            case Step.ByRule(var person) -> Sentence.of("way.by-rule", name(person));
            case Step.Forwards(var person, var when) ->
                    Sentence.of("way.forwards." + Keyword.of(when), name(person));
        };
    }

    private String name(PersonId person) {
        return plan.person(person).map(Person::name).orElse(person.text());
    }

    /** What the person himself has set that changes all paths. */
    List<Sentence> notes(Person person) {
        List<Sentence> notes = new ArrayList<>();
        Reach reach = person.reach();
        reach.rules().stream().map(this::rule).forEach(notes::add);
        Optional<Destination> always = reach.always();
        always.ifPresent(to -> notes.add(Sentence.of("way.note.forwarded", place(to))));
        if (always.isEmpty() && reach.doNotDisturb()) {
            notes.add(Sentence.of("way.note.not-disturbed"));
        }
        reach.followMe().map(WayWords::follow).ifPresent(notes::add);
        if (!person.callWaiting()) {
            notes.add(Sentence.of("way.note.one-call"));
        }
        return notes;
    }

    private Sentence rule(ReachRule rule) {
        return rule.to()
                .map(to -> Sentence.of("way.note.rule.leads", rule.name(), place(to)))
                .orElseGet(() -> Sentence.of("way.note.rule.rings", rule.name()));
    }

    private Sentence place(Destination to) {
        return Place.of(plan, to).sentence();
    }

    private static Sentence follow(FollowMe follow) {
        return Sentence.of("way.note.follow-me", follow.number(), follow.afterSeconds());
    }
}
