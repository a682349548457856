package org.sonnerie.pbx.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.Weekdays;

/** Shows how somebody is reached as he would write it. */
final class ReachWriting {
    private ReachWriting() {}

    static ReachForm form(CompanyPlan plan, Person person) {
        Reach reach = person.reach();
        Targets targets = new Targets(plan, person);
        return new ReachForm(
                reach.doNotDisturb(),
                targets.write(reach.always()),
                targets.write(reach.busy()),
                targets.write(reach.noAnswer()),
                targets.write(reach.unreachable()),
                reach.followMe().map(ReachWriting::other).orElse(null),
                reach.rules().stream().map(rule -> rule(targets, rule)).toList());
    }

    private static ReachForm.Other other(FollowMe other) {
        return new ReachForm.Other(other.number(), other.afterSeconds());
    }

    private static ReachForm.Rule rule(Targets targets, ReachRule rule) {
        return new ReachForm.Rule(
                rule.name(),
                rule.callers().word(),
                numbers(rule.callers()),
                week(rule),
                targets.write(rule.to()));
    }

    private static @Nullable List<String> numbers(Callers callers) {
        return callers instanceof Callers.Numbers(var numbers)
                ? numbers.stream().sorted().toList()
                : null;
    }

    private static @Nullable Map<String, List<String>> week(ReachRule rule) {
        if (rule.week().isEmpty()) {
            return null;
        }
        Map<String, List<String>> week = new LinkedHashMap<>();
        rule.week()
                .forEach((day, spans) ->
                        week.put(
                                Weekdays.write(day),
                                spans.stream().map(Object::toString).toList()));
        return week;
    }
}
