package org.sonnerie.pbx.provider;

import java.util.Map;
import org.sonnerie.pbx.brand.AddressTakenException;
import org.sonnerie.pbx.company.Company;
import org.springframework.http.HttpStatus;
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

/** Where the people of a company reach it. */
@Controller
@RequestMapping("/provider/companies/{id}/address")
class CompanyAddressController {
    private static final String FORM = "form";

    private final ProviderCompanies companies;

    CompanyAddressController(ProviderCompanies companies) {
        this.companies = companies;
    }

    @GetMapping
    String open(@PathVariable String id, Model model) {
        Company company = company(id);
        return show(company, companies.address(company), Map.of(), model);
    }

    private static String show(
            Company company, AddressForm form, Map<String, String> problems, Model model) {
        model.addAttribute("shown", company);
        model.addAttribute(FORM, form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "example",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/at/…")
                        .build()
                        .toUriString());
        return "provider/company-address";
    }

    @PostMapping
    String save(
            @PathVariable String id,
            @ModelAttribute(FORM) AddressForm form,
            Model model,
            RedirectAttributes after) {
        Company company = company(id);
        try {
            companies.reach(company, form);
        } catch (ProviderRefusedException refused) {
            return show(company, form, refused.byField(), model);
        } catch (AddressTakenException _) {
            return show(
                    company,
                    form,
                    Map.of("host", "provider.problem.taken", "path", "provider.problem.taken"),
                    model);
        }
        after.addFlashAttribute("saved", true);
        return "redirect:/provider/companies/" + company.id().text();
    }

    private Company company(String id) {
        return companies
                .find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no such company"));
    }
}
