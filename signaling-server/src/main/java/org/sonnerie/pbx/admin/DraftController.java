package org.sonnerie.pbx.admin;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.Drafts;
import org.sonnerie.pbx.publish.PlanChange;
import org.sonnerie.pbx.publish.PlanChanges;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a draft would change, and a phone to call it with before it is published. */
@Controller
class DraftController {
    private final Drafts drafts;
    private final Published published;
    private final Narrator narrator;
    private final InstantSource clock;

    DraftController(Drafts drafts, Published published, Narrator narrator, InstantSource clock) {
        this.drafts = drafts;
        this.published = published;
        this.narrator = narrator;
        this.clock = clock;
    }

    @GetMapping("/admin/draft")
    String page(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyPlan inForce = published.current(admin.company());
        Optional<Draft> draft = drafts.find(admin.company());
        List<PlanChange.Said> changes =
                draft.map(one -> PlanChanges.told(inForce, one.plan(), narrator, locale))
                        .orElse(List.of());
        List<PlanProblem> problems = draft.map(published::problems).orElse(List.of());
        CompanyPlan tried = draft.map(Draft::plan).orElse(inForce);
        List<Line> numbers = numbers(tried);
        model.addAttribute("hasDraft", draft.isPresent());
        model.addAttribute("changes", changes);
        model.addAttribute("problems", problems);
        model.addAttribute("numbers", numbers);
        model.addAttribute("first", numbers.isEmpty() ? "" : numbers.getFirst().number());
        model.addAttribute(
                "now",
                LocalDateTime.ofInstant(clock.instant(), tried.facts().timeZone())
                        .truncatedTo(ChronoUnit.MINUTES));
        return "admin/draft";
    }

    /** A number or an extension that can be called. */
    record Line(String number, Words.Phrase leadsTo) {}

    private static List<Line> numbers(CompanyPlan plan) {
        List<Line> all = new ArrayList<>();
        for (PublicNumber number : plan.outside().numbers()) {
            all.add(new Line(number.e164(), Words.destination(plan, number.destination())));
        }
        return all;
    }
}
