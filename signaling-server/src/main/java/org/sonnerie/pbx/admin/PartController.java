package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sonnerie.pbx.parts.PartDesk;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartForm;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.parts.PartList;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.publish.DraftRefusedException;
import org.sonnerie.pbx.publish.PlanEdits;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists and forms of a plan's parts. What is changed below {@code /admin/call-flows} is changed in
 * the draft, everything else is in force at once.
 */
@Controller
@RequestMapping("/admin")
class PartController {
    private static final String FLOWS = "/call-flows";
    private static final String SINGLE = "/{path:company|caller-rules}";
    private static final String LISTED =
            "/{path:ring-groups|queues|conference-rooms|numbers|caller-lists}";
    private static final String EDITED =
            "/{path:ring-groups|queues|conference-rooms|numbers|caller-lists|trunks}";
    private static final String DRAFTED =
            FLOWS + "/{path:menus|hours|routes|announcements|numbers}";
    private static final String ADD = "/add";
    private static final String ONE = "/{id}";
    private static final String DELETE = "/{id}/delete";

    private final PartDesk desk;
    private final PartList lists;
    private final PartPages pages;
    private final PlanEdits edits;

    PartController(PartDesk desk, PartList lists, PartPages pages, PlanEdits edits) {
        this.desk = desk;
        this.lists = lists;
        this.pages = pages;
        this.edits = edits;
    }

    /**
     * Which parts a request is about.
     *
     * @param of who works on whose plan
     * @param kind of the parts
     * @param base the address that their forms' addresses begin with
     * @param list the address of the page they are listed on
     */
    record At(Desk of, PartKind kind, String base, String list) {}

    @ModelAttribute("at")
    At at(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable Optional<String> path,
            HttpServletRequest request,
            Locale locale) {
        boolean inDraft = request.getServletPath().startsWith("/admin" + FLOWS + "/");
        PartKind kind = path.flatMap(PartKind::at).orElse(PartKind.PERSON);
        String above = inDraft ? "/admin" + FLOWS : "/admin";
        String base = kind.isSingle() ? above : above + "/" + kind.path();
        return new At(
                new Desk(admin.company(), admin.person(), inDraft, locale),
                kind,
                base,
                inDraft ? above : listOf(kind));
    }

    private static String listOf(PartKind kind) {
        PartKind listed = kind == PartKind.SCREENING ? PartKind.CALLERS : kind;
        return "/admin/" + listed.path();
    }

    @GetMapping(SINGLE)
    String single(@ModelAttribute("at") At at, Model model) {
        return pages.form(at, desk.open(at.of(), at.kind(), at.kind().path()), model);
    }

    @PostMapping(SINGLE)
    String saveSingle(
            @ModelAttribute("at") At at,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes after) {
        return save(at, Optional.of(at.kind().path()), typed, model, after);
    }

    @GetMapping(LISTED)
    String list(
            @ModelAttribute("at") At at,
            @RequestParam(defaultValue = "") String search,
            Model model) {
        model.addAttribute("kind", at.kind());
        model.addAttribute("rows", lists.all(at.of(), at.kind(), search));
        model.addAttribute("search", search);
        return "admin/parts";
    }

    @GetMapping({EDITED + ADD, DRAFTED + ADD})
    String blank(@ModelAttribute("at") At at, Model model) {
        return pages.form(at, desk.blank(at.of(), at.kind()), model);
    }

    @GetMapping({EDITED + ONE, DRAFTED + ONE})
    String open(@ModelAttribute("at") At at, @PathVariable String id, Model model) {
        return pages.form(at, desk.open(at.of(), at.kind(), id), model);
    }

    @PostMapping({EDITED + ADD, DRAFTED + ADD})
    String add(
            @ModelAttribute("at") At at,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes after) {
        return save(at, Optional.empty(), typed, model, after);
    }

    @PostMapping({EDITED + ONE, DRAFTED + ONE})
    String save(
            @ModelAttribute("at") At at,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes after) {
        return save(at, Optional.of(id), typed, model, after);
    }

    private String save(
            At at,
            Optional<String> id,
            MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes after) {
        PartForm form = desk.save(at.of(), at.kind(), id, PartPages.typed(typed));
        if (form.isRefused()) {
            return pages.form(at, form, model);
        }
        pages.saved(at.of(), pages.title(at.of(), form), "parts.saved", after);
        return "redirect:" + at.list();
    }

    @PostMapping({EDITED + DELETE, DRAFTED + DELETE})
    String delete(@ModelAttribute("at") At at, @PathVariable String id, RedirectAttributes after) {
        String name = desk.open(at.of(), at.kind(), id).name();
        List<String> needed = desk.remove(at.of(), at.kind(), id);
        if (!needed.isEmpty()) {
            after.addFlashAttribute("needed", needed);
            return "redirect:" + at.base() + "/" + id;
        }
        pages.saved(at.of(), name, "parts.deleted", after);
        return "redirect:" + at.list();
    }

    /** Takes the last change back, and returns to the page where it was offered. */
    @PostMapping("/undo")
    String undo(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam long version,
            @RequestParam String back,
            RedirectAttributes after) {
        try {
            edits.undo(admin.company(), admin.person(), version);
            after.addFlashAttribute("savedKey", "parts.undone");
            after.addFlashAttribute("savedName", "");
        } catch (DraftRefusedException | InconsistentPlanException _) {
            after.addFlashAttribute("notUndone", true);
        }
        boolean known = PartKind.at(back).isPresent() || back.equals("departments");
        return "redirect:/admin" + (known ? "/" + back : FLOWS);
    }

    @ExceptionHandler
    void none(NoSuchElementException none, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
