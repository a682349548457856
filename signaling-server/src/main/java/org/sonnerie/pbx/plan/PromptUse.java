package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a plan names prompts. */
public final class PromptUse {
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private PromptUse() {}

    /**
     * Looks through a plan.
     *
     * @param plan which
     * @return for each prompt that it names the places, such as {@code menu "Main menu"}
     */
    public static Map<String, List<String>> in(CompanyPlan plan) {
        PromptUse use = new PromptUse();
        plan.menus().forEach(menu -> use.at("menu \"" + menu.name() + "\"", menu.greeting()));
        plan.flow()
                .announcements()
                .forEach(one -> use.at("announcement \"" + one.name() + "\"", one.prompt()));
        for (Queue queue : plan.flow().queues()) {
            String place = "queue \"" + queue.name() + "\"";
            queue.telling().welcome().ifPresent(prompt -> use.at(place + ", welcome", prompt));
            queue.telling().adverts().forEach(prompt -> use.at(place + ", adverts", prompt));
        }
        return use.places;
    }

    private void at(String place, String prompt) {
        places.computeIfAbsent(prompt, _ -> new ArrayList<>()).add(place);
    }
}
