package org.sonnerie.pbx.admin;

import java.util.Locale;
import org.sonnerie.pbx.parts.Departments;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is in which department, and how departments are called. */
@Controller("departmentsPage")
@RequestMapping("/admin/departments")
class DepartmentsController {
    private final Departments departments;
    private final PartPages pages;

    DepartmentsController(Departments departments, PartPages pages) {
        this.departments = departments;
        this.pages = pages;
    }

    private static Desk desk(SignedIn admin, Locale locale) {
        return new Desk(admin.company(), admin.person(), false, locale);
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        model.addAttribute("departments", departments.all(desk(admin, locale)));
        return "admin/departments";
    }

    @PostMapping
    String rename(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam String from,
            @RequestParam String to,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        String name = to.strip();
        if (!name.isEmpty() && !Departments.isName(name)) {
            model.addAttribute("refused", from);
            model.addAttribute("typed", to);
            return list(admin, locale, model);
        }
        Desk of = desk(admin, locale);
        if (from.isBlank() || !departments.rename(of, from, name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such department");
        }
        pages.saved(of, name.isEmpty() ? from : name, "parts.saved", after);
        return "redirect:/admin/departments";
    }
}
