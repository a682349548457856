package org.sonnerie.pbx.admin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.admin.FirstStart.FirstAdmin;
import org.sonnerie.pbx.company.Countries;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page behind the one-time link of the first start. */
@Controller
class SetupController {
    private final FirstStart firstStart;

    SetupController(FirstStart firstStart) {
        this.firstStart = firstStart;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, Locale locale, Model model) {
        demandOpen(token);
        Form empty = new Form("", "FR", ZoneId.systemDefault().getId(), "", "", "");
        return show(token, empty, List.of(), locale, model);
    }

    @PostMapping("/setup/{token}")
    String create(
            @PathVariable String token, @ModelAttribute Form form, Locale locale, Model model) {
        demandOpen(token);
        List<String> problems = problems(form);
        if (!problems.isEmpty()) {
            return show(token, form, problems, locale, model);
        }
        CompanyFacts facts =
                new CompanyFacts(
                        form.company().strip(), form.country(), "en", ZoneId.of(form.timeZone()));
        FirstAdmin admin =
                new FirstAdmin(form.name().strip(), form.userName().strip(), form.password());
        if (!firstStart.complete(token, facts, admin)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/login";
    }

    private void demandOpen(String token) {
        if (!firstStart.isOpen(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static List<String> problems(Form form) {
        List<String> problems = new ArrayList<>();
        if (!AccountRules.isName(form.company())) {
            problems.add("company");
        }
        if (!Countries.known(form.country())) {
            problems.add("country");
        }
        if (!ZoneId.getAvailableZoneIds().contains(form.timeZone())) {
            problems.add("time-zone");
        }
        if (!AccountRules.isName(form.name())) {
            problems.add("name");
        }
        if (!AccountRules.isUserName(form.userName().strip())) {
            problems.add("user-name");
        }
        if (!AccountRules.isPassword(form.password())) {
            problems.add("password");
        }
        return problems;
    }

    private static String show(
            String token, Form form, List<String> problems, Locale locale, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("countries", Countries.all(locale));
        model.addAttribute("timeZones", ZoneId.getAvailableZoneIds().stream().sorted().toList());
        return "setup";
    }

    /** What was typed. */
    record Form(
            String company,
            String country,
            String timeZone,
            String name,
            String userName,
            String password) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Form[" + company + "]";
        }
    }
}
