package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks for prompts that do not exist, and for the name that was meant. */
final class PromptCheck {
    /** A name that differs in so many letters, or in a quarter of them, may have been meant. */
    private static final int FEW_LETTERS = 2;

    private static final String LANGUAGE = "language";
    private static final int MOST_SUGGESTED = 3;

    private final Set<String> known;
    private final List<PlanProblem> problems = new ArrayList<>();

    private PromptCheck(Set<String> known) {
        this.known = known;
    }

    static List<PlanProblem> problemsOf(CompanyPlan plan, Prompts prompts) {
        PromptCheck check = new PromptCheck(prompts.in(plan.company(), plan.facts().language()));
        PromptUse.spots(plan)
                .forEach((prompt, spots) -> spots.forEach(spot -> check.exists(spot, prompt)));
        check.languages(plan, prompts.languages());
        return check.problems;
    }

    /** Whoever chooses a language must not hear another one. */
    private void languages(CompanyPlan plan, Set<String> spoken) {
        BiConsumer<Spot, String> check =
                (spot, language) -> {
                    if (!spoken.contains(language)) {
                        problem(spot, Flaw.of("unspoken-language", language));
                    }
                };
        plan.menus()
                .forEach(menu ->
                        menu.languages()
                                .forEach((key, language) ->
                                        check.accept(
                                                Spot.of(menu).on("languages").key(key), language)));
        plan.flow()
                .announcements()
                .forEach(one ->
                        one.language()
                                .ifPresent(language ->
                                        check.accept(Spot.of(one).on(LANGUAGE), language)));
        plan.outside()
                .numbers()
                .forEach(one ->
                        one.language()
                                .ifPresent(language ->
                                        check.accept(Spot.of(one).on(LANGUAGE), language)));
    }

    private void exists(Spot spot, String prompt) {
        if (prompt.isBlank() || known.contains(prompt)) {
            return;
        }
        List<String> near = near(prompt);
        problem(
                spot,
                near.isEmpty()
                        ? Flaw.of("unknown-prompt", prompt)
                        : Flaw.of("mistyped-prompt", prompt, Flaw.Joined.or(near)));
    }

    private void problem(Spot spot, Flaw flaw) {
        problems.add(new PlanProblem(spot, flaw));
    }

    private List<String> near(String prompt) {
        int letters = Math.max(FEW_LETTERS, prompt.length() / 4);
        Comparator<String> nearest = Comparator.comparingInt(name -> distance(prompt, name));
        return known.stream()
                .filter(name -> Math.abs(name.length() - prompt.length()) <= letters)
                .filter(name -> distance(prompt, name) <= letters)
                .sorted(nearest.thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /** How many letters must be put in, left out or changed (Levenshtein), row by row. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(
                                above[column - 1] + changed,
                                1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
