package org.sonnerie.pbx.admin;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PromptUse;
import org.sonnerie.pbx.prompts.OwnPrompt;
import org.sonnerie.pbx.prompts.PromptStore;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a company's own prompts. */
@Controller
class PromptsController {
    private final PromptStore prompts;
    private final Published published;
    private final ObjectProvider<MediaRelay> relay;

    PromptsController(PromptStore prompts, Published published, ObjectProvider<MediaRelay> relay) {
        this.prompts = prompts;
        this.published = published;
        this.relay = relay;
    }

    /**
     * A prompt as the page shows it.
     *
     * @param name by which the plan names it
     * @param length as minutes and seconds
     * @param by who recorded or uploaded it
     * @param at when, in the company's time
     * @param replacesBuiltIn whether there is a built-in one of that name
     * @param usedBy places of the published plan
     */
    record Row(
            String name,
            String length,
            String by,
            String at,
            boolean replacesBuiltIn,
            List<String> usedBy) {}

    @GetMapping("/admin/prompts")
    String page(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyPlan plan = published.current(admin.company());
        Set<String> builtIn = relay.getObject().prompts(plan.facts().language());
        Map<String, List<String>> used = PromptUse.in(plan);
        Set<String> names = new TreeSet<>(builtIn);
        names.addAll(used.keySet());
        model.addAttribute("names", names);
        model.addAttribute(
                "rows",
                prompts.all(admin.company()).stream()
                        .map(one -> row(one, plan, locale, builtIn))
                        .toList());
        return "admin/prompts";
    }

    private static Row row(OwnPrompt prompt, CompanyPlan plan, Locale locale, Set<String> builtIn) {
        long seconds = (prompt.length().toMillis() + 999) / 1_000;
        return new Row(
                prompt.name(),
                String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60),
                plan.person(prompt.addedBy()).map(Person::name).orElse(prompt.addedBy().text()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(prompt.addedAt().atZone(plan.facts().timeZone())),
                builtIn.contains(prompt.name()),
                PromptUse.in(plan).getOrDefault(prompt.name(), List.of()));
    }
}
