package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;

/** Looks for what does not fit in the rules of recording. */
final class RecordingCheck {
    private static final int LONGEST_DAYS = 3_650;

    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;

    /**
     * For a plan.
     *
     * @param plan to be looked at
     * @param problem takes the spot and what is wrong there
     */
    RecordingCheck(CompanyPlan plan, BiConsumer<Spot, Flaw> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    void check() {
        RecordingRules rules = plan.facts().recording();
        if (rules.keepDays() < 1 || rules.keepDays() > LONGEST_DAYS) {
            problem.accept(spot("keepDays"), Flaw.of("kept-too-long", LONGEST_DAYS));
        }
        rules.people()
                .keySet()
                .forEach(id -> unless(plan.person(id).isPresent(), "people", "no-person", id));
        rules.groups()
                .keySet()
                .forEach(id -> unless(plan.group(id).isPresent(), "groups", "no-group", id));
        rules.queues()
                .keySet()
                .forEach(id -> unless(plan.queue(id).isPresent(), "queues", "no-queue", id));
        rules.numbers().keySet().forEach(this::number);
        rules.rooms().forEach(this::room);
    }

    private void number(String e164) {
        boolean ours =
                plan.outside().numbers().stream().anyMatch(number -> number.e164().equals(e164));
        unless(ours, "numbers", "not-our-number", e164);
    }

    private void room(RoomId id, RecordingRules.Rule rule) {
        unless(plan.room(id).isPresent(), "rooms", "no-room", id);
        if (rule == RecordingRules.Rule.ALWAYS) {
            problem.accept(spot("rooms").on(id.text()), Flaw.of("room-always-recorded"));
        }
    }

    /** Checks an entry of a table. */
    private void unless(boolean good, String table, String word, Object entry) {
        if (!good) {
            problem.accept(spot(table).on(entry.toString()), Flaw.of(word, entry));
        }
    }

    private static Spot spot(String member) {
        return Spot.only("recording").at(member);
    }
}
