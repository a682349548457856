package org.sonnerie.pbx.admin;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.DraftRefusedException;
import org.sonnerie.pbx.publish.Drafts;
import org.sonnerie.pbx.publish.PlanChange;
import org.sonnerie.pbx.publish.PlanChanges;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.publish.ToldProblem;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How calls go, as a tree that is changed in a draft; what the draft would change, and a phone to
 * call it with before it is published.
 */
@Controller
@RequestMapping("/admin/call-flows")
class CallFlowController {
    private static final String PAGE = "redirect:/admin/call-flows";

    private final Drafts drafts;
    private final Published published;
    private final Narrator narrator;
    private final InstantSource clock;

    CallFlowController(Drafts drafts, Published published, Narrator narrator, InstantSource clock) {
        this.drafts = drafts;
        this.published = published;
        this.narrator = narrator;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyPlan inForce = published.current(admin.company());
        Optional<Draft> draft = drafts.find(admin.company());
        List<PlanChange.Said> changes =
                draft.map(one -> PlanChanges.told(inForce, one.plan(), narrator, locale))
                        .orElse(List.of());
        CompanyPlan tried = draft.map(Draft::plan).orElse(inForce);
        List<Line> numbers = numbers(tried);
        model.addAttribute("hasDraft", draft.isPresent());
        model.addAttribute("revision", draft.map(Draft::revision).orElse(""));
        model.addAttribute(
                "outdated",
                draft.filter(one -> one.basedOn() != inForce.version().published()).isPresent());
        model.addAttribute("changes", changes);
        model.addAttribute(
                "problems",
                ToldProblem.all(
                        draft.map(published::problems).orElse(List.of()), narrator, locale));
        model.addAttribute(
                "tree", FlowTree.of(tried).stream().map(one -> said(one, locale)).toList());
        model.addAttribute("numbers", numbers);
        model.addAttribute("first", numbers.isEmpty() ? "" : numbers.getFirst().number());
        model.addAttribute("hours", tried.flow().hours());
        model.addAttribute("version", inForce.version().published());
        model.addAttribute(
                "now",
                LocalDateTime.ofInstant(clock.instant(), tried.facts().timeZone())
                        .truncatedTo(ChronoUnit.MINUTES));
        return "admin/call-flows";
    }

    @PostMapping("/publish")
    String publish(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam String revision,
            RedirectAttributes after) {
        try {
            CompanyPlan plan =
                    drafts.publish(admin.company(), admin.person(), Optional.of(revision));
            after.addFlashAttribute("savedKey", "flow.published");
            after.addFlashAttribute("savedName", "");
            after.addFlashAttribute("savedVersion", plan.version().published());
        } catch (DraftRefusedException refused) {
            after.addFlashAttribute("refused", "flow.refused." + refused.why().name());
        } catch (InconsistentPlanException _) {
            // What must be mended stands on the page.
            after.addFlashAttribute("refused", "flow.refused.problems");
        }
        return PAGE;
    }

    @PostMapping("/discard")
    String discard(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam String revision,
            RedirectAttributes after) {
        try {
            drafts.discard(admin.company(), Optional.of(revision));
        } catch (DraftRefusedException refused) {
            after.addFlashAttribute("refused", "flow.refused." + refused.why().name());
        }
        return PAGE;
    }

    /** Takes what was published since into the draft. */
    @PostMapping("/renew")
    String renew(@AuthenticationPrincipal SignedIn admin, RedirectAttributes after) {
        try {
            drafts.renew(admin.company(), admin.person());
        } catch (DraftRefusedException refused) {
            after.addFlashAttribute("refused", "flow.refused." + refused.why().name());
        }
        return PAGE;
    }

    /** A step in words. */
    record SaidStep(
            String how,
            String what,
            String does,
            String address,
            boolean again,
            List<SaidStep> steps) {}

    private SaidStep said(FlowTree.Step step, Locale locale) {
        return new SaidStep(
                said(step.how(), locale),
                narrator.say(step.what(), locale),
                said(step.does(), locale),
                step.address(),
                step.again(),
                step.steps().stream().map(one -> said(one, locale)).toList());
    }

    private String said(Optional<Phrase> phrase, Locale locale) {
        return phrase.map(one -> narrator.say(one, locale)).orElse("");
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
