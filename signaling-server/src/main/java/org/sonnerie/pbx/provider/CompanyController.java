package org.sonnerie.pbx.provider;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.Countries;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of companies, and the forms of new ones and of those that are there. */
@Controller
@RequestMapping("/provider")
class CompanyController {
    private static final String PROBLEMS = "problems";
    private static final String FORM = "form";

    private final ProviderCompanies companies;
    private final CompanySpending spending;

    CompanyController(ProviderCompanies companies, CompanySpending spending) {
        this.companies = companies;
        this.spending = spending;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", companies.rows());
        return "provider/companies";
    }

    @GetMapping("/companies/add")
    String blank(Locale locale, Model model) {
        String language = locale.getLanguage().equals("fr") ? "fr" : "en";
        CompanyForm form =
                new CompanyForm("", "FR", language, ZoneId.systemDefault().getId(), "", "");
        return show(form, Map.of(), locale, model);
    }

    @PostMapping("/companies/add")
    String add(
            @ModelAttribute(FORM) CompanyForm sent,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        CompanyForm form = CompanyForm.typed(sent);
        try {
            ProviderCompanies.Made made = companies.add(form);
            after.addFlashAttribute("link", address(made.secret()));
            after.addFlashAttribute("linkFor", form.adminName());
            return "redirect:/provider/companies/" + made.id().text();
        } catch (ProviderRefusedException refused) {
            return show(form, refused.byField(), locale, model);
        }
    }

    private static String show(
            CompanyForm form, Map<String, String> problems, Locale locale, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute(PROBLEMS, problems);
        model.addAttribute("countries", Countries.all(locale));
        model.addAttribute("languages", List.of(CompanyForm.LANGUAGES));
        model.addAttribute("timeZones", ZoneId.getAvailableZoneIds().stream().sorted().toList());
        return "provider/company-add";
    }

    /** As the provider's own browser reached us: that is where others reach us too. */
    private static String address(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("welcome", secret)
                .toUriString();
    }

    @GetMapping("/companies/{id}")
    String open(@PathVariable String id, Locale locale, Model model) {
        Company company = company(id);
        show(companies.form(company), Map.of(), model);
        return show(company, locale, model);
    }

    @PostMapping("/companies/{id}")
    String save(
            @AuthenticationPrincipal SignedIn provider,
            @PathVariable String id,
            @ModelAttribute(FORM) LimitsForm sent,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        Company company = company(id);
        LimitsForm form = LimitsForm.typed(sent);
        try {
            companies.save(company, form, provider.person());
        } catch (ProviderRefusedException refused) {
            show(form, refused.byField(), model);
            return show(company, locale, model);
        }
        after.addFlashAttribute("saved", true);
        return "redirect:/provider/companies/" + company.id().text();
    }

    @PostMapping("/companies/{id}/suspend")
    String suspend(@PathVariable String id, RedirectAttributes after) {
        return suspend(company(id), true, after);
    }

    @PostMapping("/companies/{id}/resume")
    String resume(@PathVariable String id, RedirectAttributes after) {
        return suspend(company(id), false, after);
    }

    private String suspend(Company company, boolean suspended, RedirectAttributes after) {
        companies.suspend(company, suspended);
        after.addFlashAttribute("saved", true);
        return "redirect:/provider/companies/" + company.id().text();
    }

    private static void show(LimitsForm form, Map<String, String> problems, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute(PROBLEMS, problems);
    }

    private String show(Company company, Locale locale, Model model) {
        model.addAttribute("row", companies.use(company));
        model.addAttribute("spending", spending.of(company.id(), locale));
        return "provider/company";
    }

    private Company company(String id) {
        return companies
                .find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no such company"));
    }
}
