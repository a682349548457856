package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.brand.AddressRules;
import org.sonnerie.pbx.brand.AddressTakenException;
import org.sonnerie.pbx.brand.Brand;
import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.company.Companies;
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

    private final Companies companies;
    private final Brands brands;

    CompanyAddressController(Companies companies, Brands brands) {
        this.companies = companies;
        this.brands = brands;
    }

    /** What was typed; empty: none. */
    record Form(@Nullable String host, @Nullable String path) {
        static Form of(Brand.Address address) {
            return new Form(address.host().orElse(""), address.path().orElse(""));
        }

        private static Optional<String> typed(@Nullable String text) {
            return Optional.of(CompanyForm.text(text).toLowerCase(Locale.ROOT))
                    .filter(one -> !one.isEmpty());
        }

        Brand.Address address() {
            return new Brand.Address(typed(host), typed(path));
        }

        /** What is wrong, by field: a key of a message. */
        Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (typed(host).filter(Predicate.not(AddressRules::isHost)).isPresent()) {
                problems.put("host", "provider.problem.host");
            }
            if (typed(path).filter(Predicate.not(AddressRules::isPath)).isPresent()) {
                problems.put("path", "provider.problem.path");
            }
            return problems;
        }
    }

    @GetMapping
    String open(@PathVariable String id, Model model) {
        Company company = company(id);
        Brand.Address address =
                brands.of(company.id()).map(Brand::address).orElse(Brand.Address.NONE);
        return show(company, Form.of(address), Map.of(), model);
    }

    private static String show(
            Company company, Form form, Map<String, String> problems, Model model) {
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
            @ModelAttribute(FORM) Form form,
            Model model,
            RedirectAttributes after) {
        Company company = company(id);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return show(company, form, problems, model);
        }
        try {
            brands.reach(company.id(), form.address());
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
