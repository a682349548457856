package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a plan names prompts. */
public final class PromptUse {
    private final Map<String, List<Spot>> spots = new LinkedHashMap<>();

    private PromptUse() {}

    /**
     * Looks through a plan.
     *
     * @param plan which
     * @return for each prompt that it names the places, such as {@code menu "Main menu"}
     */
    public static Map<String, List<String>> in(CompanyPlan plan) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        spots(plan)
                .forEach((prompt, spots) ->
                        places.put(prompt, spots.stream().map(Spot::place).toList()));
        return places;
    }

    /** As {@link #in}; the spots tell the members too. */
    static Map<String, List<Spot>> spots(CompanyPlan plan) {
        PromptUse use = new PromptUse();
        plan.menus().forEach(menu -> use.at(Spot.of(menu).on("greeting"), menu.greeting()));
        plan.flow().announcements().forEach(one -> use.at(Spot.of(one).on("prompt"), one.prompt()));
        for (Queue queue : plan.flow().queues()) {
            Spot spot = Spot.of(queue);
            queue.telling().welcome().ifPresent(prompt -> use.at(spot.at("welcome"), prompt));
            queue.telling().adverts().forEach(prompt -> use.at(spot.at("adverts"), prompt));
        }
        return use.spots;
    }

    private void at(Spot spot, String prompt) {
        spots.computeIfAbsent(prompt, _ -> new ArrayList<>()).add(spot);
    }
}
