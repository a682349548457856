package org.sonnerie.pbx.reach;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.plan.Weekdays;

/** Reads what somebody set on his page, and says of each part what is wrong with it. */
final class ReachReading {
    private static final int MOST_RULES = 20;
    private static final int MOST_NUMBERS = 50;
    private static final int LONGEST_NAME = 60;

    private final CompanyPlan plan;
    private final Person person;
    private final Targets targets;
    private final List<ReachForm.Flaw> flaws = new ArrayList<>();

    /**
     * A reading.
     *
     * @param plan in force
     * @param person whose form it is, as he is in that plan
     */
    ReachReading(CompanyPlan plan, Person person) {
        this.plan = plan;
        this.person = person;
        this.targets = new Targets(plan, person);
    }

    List<ReachForm.Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** What the form says; to be used only if it has no flaws. */
    Reach read(ReachForm form) {
        List<ReachForm.Rule> rules = form.rules();
        if (rules.size() > MOST_RULES) {
            flaw("rules", "too-many");
        }
        List<ReachRule> read = new ArrayList<>();
        for (int i = 0; i < Math.min(rules.size(), MOST_RULES); i++) {
            read.add(rule("rules." + i + ".", rules.get(i)));
        }
        Reach reach =
                new Reach(
                        form.doNotDisturb(),
                        target("always", form.always()),
                        target("busy", form.busy()),
                        target("noAnswer", form.noAnswer()),
                        target("unreachable", form.unreachable()),
                        Optional.ofNullable(form.followMe()).map(this::followMe),
                        read,
                        Blocked.NOBODY);
        if (flaws.isEmpty() && !plan.problems(person.with(reach)).isEmpty()) {
            flaw("", "does-not-fit");
        }
        return reach;
    }

    private void flaw(String field, String code) {
        flaws.add(new ReachForm.Flaw(field, code));
    }

    private Optional<Destination> target(String field, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (targets.read(text)) {
            case Targets.Found(Destination destination) -> Optional.of(destination);
            case Targets.Refused(String code) -> {
                flaw(field, code);
                yield Optional.empty();
            }
        };
    }

    private FollowMe followMe(ReachForm.Other form) {
        FollowMe other = new FollowMe(form.number().strip(), form.afterSeconds());
        if (!other.canBeCalled(plan)) {
            flaw("followMe.number", "no-outside-number");
        }
        if (!other.ringsInTime(person)) {
            flaw("followMe.afterSeconds", "too-late");
        }
        return other;
    }

    private ReachRule rule(String at, ReachForm.Rule rule) {
        String name = rule.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            flaw(at + "name", name.isEmpty() ? "empty" : "too-long");
        }
        return new ReachRule(
                name,
                callers(at, rule),
                week(at + "week", rule.week()),
                target(at + "to", rule.to()));
    }

    private Callers callers(String at, ReachForm.Rule rule) {
        boolean numbers = rule.callers().equals(Callers.NUMBERS);
        Set<String> read = numbers ? numbers(at + "numbers", rule.numbers()) : Set.of();
        return Callers.of(rule.callers(), read)
                .orElseGet(() -> {
                    flaw(at + "callers", "unknown");
                    return new Callers.Everybody();
                });
    }

    private Set<String> numbers(String field, @Nullable List<String> given) {
        List<String> all = given == null ? List.of() : given;
        if (all.isEmpty() || all.size() > MOST_NUMBERS) {
            flaw(field, all.isEmpty() ? "empty" : "too-many");
        }
        Set<String> numbers = new LinkedHashSet<>();
        for (String text : all.stream().limit(MOST_NUMBERS).toList()) {
            number(text.strip()).ifPresentOrElse(numbers::add, () -> flaw(field, "no-number"));
        }
        return numbers;
    }

    /** E.164, or the beginning of such numbers and a star. */
    private Optional<String> number(String text) {
        Optional<String> read = text.endsWith("*") ? Optional.of(text) : Dialling.e164(plan, text);
        return read.filter(CallerList::isNumber);
    }

    private Map<DayOfWeek, List<Span>> week(
            String field, @Nullable Map<String, List<String>> week) {
        Map<DayOfWeek, List<Span>> read = new EnumMap<>(DayOfWeek.class);
        if (week != null) {
            try {
                week.forEach((day, spans) ->
                        read.put(Weekdays.read(day), spans.stream().map(Span::read).toList()));
            } catch (IllegalArgumentException unreadable) {
                flaw(field, "no-hours");
            }
        }
        return read;
    }
}
