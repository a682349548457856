package org.sonnerie.pbx.admin;

import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.pbx.audit.AuditRetention;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.privacy.CallRetention;
import org.sonnerie.pbx.privacy.Leavers;
import org.sonnerie.pbx.privacy.NotErasableException;
import org.sonnerie.pbx.privacy.NumberErasure;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For how long things are kept, and what is kept of a number. */
@Controller
@RequestMapping("/admin/privacy")
class PrivacyController {
    private static final String PAGE = "admin/privacy";
    private static final String BACK = "redirect:/admin/privacy";

    private final CallRetention retention;
    private final AuditRetention audit;
    private final Leavers leavers;
    private final NumberErasure erasure;
    private final Published published;

    PrivacyController(
            CallRetention retention,
            AuditRetention audit,
            Leavers leavers,
            NumberErasure erasure,
            Published published) {
        this.retention = retention;
        this.audit = audit;
        this.leavers = leavers;
        this.erasure = erasure;
        this.published = published;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn admin, Model model) {
        CompanyId company = admin.company();
        Optional<CompanyFacts> facts = published.find(company).map(plan -> plan.facts());
        put(model, "days", text(retention.days(company)));
        put(model, "longest", CallRetention.LONGEST_DAYS);
        put(model, "auditDays", text(audit.days(company)));
        put(model, "auditShortest", AuditRetention.SHORTEST_DAYS);
        put(model, "auditLongest", AuditRetention.LONGEST_DAYS);
        put(model, "leaverDays", text(leavers.days(company)));
        put(model, "typed", "");
        put(model, "messages", facts.flatMap(all -> all.voicemail().keepDays()));
        put(model, "recordings", facts.map(all -> all.recording().keepDays()));
        return PAGE;
    }

    /** What was typed stays where it was refused. */
    private static void put(Model model, String name, Object shown) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, shown);
        }
    }

    private static String text(Optional<Integer> days) {
        return days.map(String::valueOf).orElse("");
    }

    private static Optional<Integer> number(String typed) {
        return Optional.of(typed.strip()).filter(one -> !one.isEmpty()).map(Integer::parseInt);
    }

    @PostMapping("/retention")
    String keep(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String days,
            Model model,
            RedirectAttributes after) {
        Consumer<Optional<Integer>> wanted = number -> retention.keep(admin.company(), number);
        return set(wanted, new Typed("days", days), admin, model, after);
    }

    @PostMapping("/audit-log")
    String keepAudit(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String auditDays,
            Model model,
            RedirectAttributes after) {
        Consumer<Optional<Integer>> wanted = number -> audit.keep(admin.company(), number);
        return set(wanted, new Typed("auditDays", auditDays), admin, model, after);
    }

    @PostMapping("/leavers")
    String rename(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String leaverDays,
            Model model,
            RedirectAttributes after) {
        Consumer<Optional<Integer>> wanted = number -> leavers.rename(admin.company(), number);
        return set(wanted, new Typed("leaverDays", leaverDays), admin, model, after);
    }

    private record Typed(String field, String text) {}

    private String set(
            Consumer<Optional<Integer>> setting,
            Typed typed,
            SignedIn admin,
            Model model,
            RedirectAttributes after) {
        try {
            setting.accept(number(typed.text()));
        } catch (IllegalArgumentException _) {
            model.addAttribute("wrong", typed.field());
            model.addAttribute(typed.field(), typed.text());
            return show(admin, model);
        }
        after.addFlashAttribute("kept", true);
        return BACK;
    }

    /** By POST, so that the number does not stand in an address. */
    @PostMapping("/look")
    String look(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        try {
            String whole = erasure.number(admin.company(), number);
            model.addAttribute("number", whole);
            model.addAttribute("found", erasure.look(admin.company(), whole));
        } catch (NotErasableException refused) {
            model.addAttribute("wrongNumber", Keyword.of(refused.why()));
        }
        model.addAttribute("typed", number);
        return show(admin, model);
    }

    @PostMapping("/erase")
    String erase(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String number,
            Model model,
            RedirectAttributes after) {
        try {
            String whole = erasure.number(admin.company(), number);
            after.addFlashAttribute("erased", erasure.erase(admin.company(), whole));
            return BACK;
        } catch (NotErasableException refused) {
            model.addAttribute("wrongNumber", Keyword.of(refused.why()));
            return show(admin, model);
        }
    }
}
