package org.sonnerie.pbx.admin;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.prompts.OwnPrompt;
import org.sonnerie.pbx.prompts.PromptDesk;
import org.sonnerie.pbx.prompts.SpeechDesk;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a company's own prompts. */
@Controller
class PromptsController {
    /** A second that has begun counts. */
    private static final int PART_OF_A_SECOND = 999;

    private final PromptDesk desk;
    private final Published published;
    private final SpeechDesk speech;

    PromptsController(PromptDesk desk, Published published, SpeechDesk speech) {
        this.desk = desk;
        this.published = published;
        this.speech = speech;
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
        PromptDesk.Overview all = desk.overview(admin.company());
        Set<String> names = new TreeSet<>(all.builtIn());
        names.addAll(all.used().keySet());
        model.addAttribute("names", names);
        model.addAttribute("spoken", speech.languages().stream().sorted().toList());
        model.addAttribute(
                "rows",
                all.own().stream()
                        .filter(one -> !one.prompt().name().equals(OwnPrompts.HOLD_MUSIC))
                        .map(one -> row(one, plan, locale))
                        .toList());
        return "admin/prompts";
    }

    private static Row row(PromptDesk.Listed listed, CompanyPlan plan, Locale locale) {
        OwnPrompt prompt = listed.prompt();
        return new Row(
                prompt.name(),
                Story.clock(prompt.length().plusMillis(PART_OF_A_SECOND)),
                plan.person(prompt.addedBy()).map(Person::name).orElse(prompt.addedBy().text()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(prompt.addedAt().atZone(plan.facts().timeZone())),
                listed.replacesBuiltIn(),
                listed.usedBy());
    }
}
