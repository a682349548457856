package org.sonnerie.pbx.admin;

import java.util.List;
import org.sonnerie.pbx.admin.PartCells.Cell;
import org.sonnerie.pbx.admin.PartController.At;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.parts.PartDesk;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartForm;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.parts.PartUses;
import org.sonnerie.pbx.parts.PartUses.Use;
import org.sonnerie.pbx.parts.Typed;
import org.sonnerie.pbx.publish.Published;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of all kinds of parts have in common. Thread safe. */
@Component
class PartPages {
    private final PartDesk desk;
    private final PartUses uses;
    private final Published published;
    private final MessageSource messages;
    private final Narrator narrator;

    PartPages(
            PartDesk desk,
            PartUses uses,
            Published published,
            MessageSource messages,
            Narrator narrator) {
        this.desk = desk;
        this.uses = uses;
        this.published = published;
        this.messages = messages;
        this.narrator = narrator;
    }

    static Typed typed(MultiValueMap<String, String> parameters) {
        return new Typed(parameters);
    }

    /** Shows a form. */
    String form(At at, PartForm form, Model model) {
        Desk of = at.of();
        PartCells cells = new PartCells(messages, narrator, desk.choices(of), of.locale());
        List<Cell> all = cells.of(form);
        model.addAttribute("form", form);
        model.addAttribute("cells", all);
        model.addAttribute(
                "wrong", all.stream().filter(cell -> !cell.problem().isEmpty()).toList());
        model.addAttribute(
                "problems",
                form.problems().stream().map(one -> narrator.say(one, of.locale())).toList());
        model.addAttribute("suggestions", cells.suggestions(all));
        model.addAttribute("action", at.base() + "/" + form.id().orElse("add"));
        model.addAttribute("title", title(of, form));
        model.addAttribute("current", current(of, form.kind()));
        model.addAttribute(
                "uses", form.id().map(id -> used(of, form.kind(), id)).orElse(List.of()));
        return "admin/part";
    }

    /** What the form is about, in the reader's words. */
    String title(Desk of, PartForm form) {
        PartKind kind = form.kind();
        if (kind.isSingle()) {
            return messages.getMessage("admin." + kind.path(), null, of.locale());
        }
        return form.id().isPresent()
                ? form.name()
                : messages.getMessage("parts." + kind.word() + ".new", null, of.locale());
    }

    private static String current(Desk of, PartKind kind) {
        if (of.inDraft()) {
            return "call-flows";
        }
        return kind == PartKind.SCREENING ? PartKind.CALLERS.path() : kind.path();
    }

    private List<UseLine> used(Desk of, PartKind kind, String id) {
        return uses.of(of, kind, id).stream()
                .map(use ->
                        new UseLine(
                                messages.getMessage(words(use.kind()), null, of.locale()),
                                use.kind().isSingle() ? "" : use.name(),
                                address(use)))
                .toList();
    }

    private static String words(PartKind user) {
        return user.isSingle() ? "admin." + user.path() : "plan.kind." + user.word();
    }

    private static String address(Use use) {
        return switch (use.kind()) {
            case MENU, HOURS, ROUTE, ANNOUNCEMENT ->
                    "/admin/call-flows/" + use.kind().path() + "/" + use.id();
            case SCREENING, COMPANY -> "/admin/" + use.kind().path();
            case PERSON, GROUP, QUEUE, ROOM, NUMBER, TRUNK, CALLERS ->
                    "/admin/" + use.kind().path() + "/" + use.id();
        };
    }

    /** Something that uses the part, with where it is changed. */
    record UseLine(String kind, String name, String address) {}

    /** Says on the next page that something was saved, with a way back. */
    void saved(Desk of, String name, String key, RedirectAttributes after) {
        after.addFlashAttribute("savedKey", key);
        after.addFlashAttribute("savedName", name);
        if (!of.inDraft()) {
            after.addFlashAttribute(
                    "savedVersion", published.current(of.company()).version().published());
        }
    }
}
