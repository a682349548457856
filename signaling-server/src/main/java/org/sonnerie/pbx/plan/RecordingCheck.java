package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;

/** Looks for what does not fit in the rules of recording. */
final class RecordingCheck {
    private static final int LONGEST_DAYS = 3_650;

    private final CompanyPlan plan;
    private final BiConsumer<String, String> problem;

    /**
     * For a plan.
     *
     * @param plan to be looked at
     * @param problem takes the place and what is wrong there
     */
    RecordingCheck(CompanyPlan plan, BiConsumer<String, String> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    void check() {
        RecordingRules rules = plan.facts().recording();
        unless(
                rules.keepDays() >= 1 && rules.keepDays() <= LONGEST_DAYS,
                "keepDays",
                "recordings are kept 1 to 3650 days");
        rules.people()
                .keySet()
                .forEach(id ->
                        unless(plan.person(id).isPresent(), "people", "there is no person " + id));
        rules.groups()
                .keySet()
                .forEach(id ->
                        unless(plan.group(id).isPresent(), "groups", "there is no group " + id));
        rules.queues()
                .keySet()
                .forEach(id ->
                        unless(plan.queue(id).isPresent(), "queues", "there is no queue " + id));
        rules.numbers().keySet().forEach(this::number);
        rules.rooms().forEach(this::room);
    }

    private void number(String e164) {
        boolean ours =
                plan.outside().numbers().stream().anyMatch(number -> number.e164().equals(e164));
        unless(ours, "numbers", e164 + " is no number of the company");
    }

    private void room(RoomId id, RecordingRules.Rule rule) {
        unless(plan.room(id).isPresent(), "rooms", "there is no room " + id);
        unless(
                rule != RecordingRules.Rule.ALWAYS,
                "rooms",
                "a conference is recorded when a moderator says so: on-demand or never");
    }

    private void unless(boolean good, String member, String what) {
        if (!good) {
            problem.accept("recording, " + member, what);
        }
    }
}
