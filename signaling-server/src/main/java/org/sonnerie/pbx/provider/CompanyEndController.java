package org.sonnerie.pbx.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company has in one file, and its end. */
@Controller
@RequestMapping("/provider/companies/{id}")
class CompanyEndController {
    private final Companies companies;
    private final CompanyExport export;
    private final CompanyEnd end;

    CompanyEndController(Companies companies, CompanyExport export, CompanyEnd end) {
        this.companies = companies;
        this.export = export;
        this.end = end;
    }

    @GetMapping("/export")
    void export(@PathVariable String id, Locale locale, HttpServletResponse response)
            throws IOException {
        Company company = company(id);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + company.id().text() + ".zip\"");
        export.write(company, locale, response.getOutputStream());
    }

    @PostMapping("/delete")
    String delete(
            @AuthenticationPrincipal SignedIn provider,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String confirm,
            RedirectAttributes after) {
        Company company = company(id);
        Optional<String> problem = end.delete(company, confirm, provider.company());
        if (problem.isPresent()) {
            after.addFlashAttribute("confirmProblem", problem.get());
            after.addFlashAttribute("confirm", confirm);
            return "redirect:/provider/companies/" + company.id().text();
        }
        after.addFlashAttribute("deleted", company.name());
        return "redirect:/provider";
    }

    private Company company(String id) {
        return companies
                .find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no such company"));
    }
}
