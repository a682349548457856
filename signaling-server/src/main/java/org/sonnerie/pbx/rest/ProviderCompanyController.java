package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.provider.AddressForm;
import org.sonnerie.pbx.provider.CompanyEnd;
import org.sonnerie.pbx.provider.CompanyExport;
import org.sonnerie.pbx.provider.CompanySpending;
import org.sonnerie.pbx.provider.LimitsForm;
import org.sonnerie.pbx.provider.ProviderCompanies;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One company, for the provider (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/companies/{id}")
class ProviderCompanyController {
    private final ProviderCompanies companies;
    private final CompanySpending spending;
    private final CompanyExport export;
    private final CompanyEnd end;
    private final MessageSource messages;
    private final EntityTags tags;

    ProviderCompanyController(
            ProviderCompanies companies,
            CompanySpending spending,
            CompanyExport export,
            CompanyEnd end,
            MessageSource messages,
            EntityTags tags) {
        this.companies = companies;
        this.spending = spending;
        this.export = export;
        this.end = end;
        this.messages = messages;
        this.tags = tags;
    }

    /** How a company is set; limits left out: none; spending left out: as much as all. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(
            String id,
            String name,
            boolean suspended,
            Optional<Integer> people,
            Optional<Integer> numbers,
            Optional<Integer> calls,
            Optional<Integer> megabytes,
            Optional<String> spending) {}

    /** How it shall be set. */
    record Wish(
            @Nullable String name,
            @Nullable Integer people,
            @Nullable Integer numbers,
            @Nullable Integer calls,
            @Nullable Integer megabytes,
            @Nullable String spending) {
        LimitsForm form() {
            return new LimitsForm(
                    name, typed(people), typed(numbers), typed(calls), typed(megabytes), spending);
        }

        private static String typed(@Nullable Integer limit) {
            return limit == null ? "" : String.valueOf(limit);
        }
    }

    /** What it uses now. */
    record Use(ProviderCompaniesController.Item company, Money spending) {}

    /** What it has spent today. */
    record Money(String today, String limit, boolean full) {
        static Money of(CompanySpending.Day day) {
            return new Money(day.spent().text(), day.limit().text(), day.full());
        }
    }

    /** Where its people reach it; left out: nothing of its own. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Address(Optional<String> host, Optional<String> path) {
        static Address of(AddressForm form) {
            return new Address(there(form.host()), there(form.path()));
        }

        private static Optional<String> there(@Nullable String text) {
            return Optional.ofNullable(text).filter(one -> !one.isEmpty());
        }
    }

    /** Where they shall reach it. */
    record Reach(@Nullable String host, @Nullable String path) {
        AddressForm form() {
            return new AddressForm(host, path);
        }
    }

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    ResponseEntity<Answer> one(@PathVariable String id) {
        return tags.told(HttpStatus.OK, answer(company(id)));
    }

    private Answer answer(Company company) {
        LimitsForm form = companies.form(company);
        CompanyLimits limits = form.limits();
        return new Answer(
                company.id().text(),
                company.name(),
                companies.use(company).suspended(),
                boxed(limits.people()),
                boxed(limits.numbers()),
                boxed(limits.calls()),
                boxed(limits.megabytes()),
                Address.there(form.spending()));
    }

    private static Optional<Integer> boxed(OptionalInt limit) {
        return limit.stream().boxed().findFirst();
    }

    private Company company(String id) {
        return companies
                .find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no company " + id));
    }

    @PutMapping
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Answer> put(
            @AuthenticationPrincipal SignedIn provider,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        Company company = company(id);
        tags.check(seen, answer(company));
        companies.save(company, wish.form(), provider.person());
        return one(id);
    }

    @PostMapping("/suspend")
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Answer> suspend(@PathVariable String id) {
        companies.suspend(company(id), true);
        return one(id);
    }

    @PostMapping("/resume")
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Answer> resume(@PathVariable String id) {
        companies.suspend(company(id), false);
        return one(id);
    }

    @GetMapping("/use")
    @NeedsScope(Scope.PROVIDER_READ)
    Use use(@PathVariable String id) {
        Company company = company(id);
        return new Use(
                ProviderCompaniesController.Item.of(companies.use(company)),
                Money.of(spending.today(company.id())));
    }

    @GetMapping("/address")
    @NeedsScope(Scope.PROVIDER_READ)
    ResponseEntity<Address> address(@PathVariable String id) {
        return tags.told(HttpStatus.OK, Address.of(companies.address(company(id))));
    }

    @PutMapping("/address")
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Address> reach(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Reach wish) {
        Company company = company(id);
        tags.check(seen, Address.of(companies.address(company)));
        companies.reach(company, wish.form());
        return address(id);
    }

    /** Whoever may only read gets no company's people and calls by it. */
    @GetMapping("/export")
    @NeedsScope(Scope.PROVIDER_WRITE)
    void export(@PathVariable String id, Locale locale, HttpServletResponse response)
            throws IOException {
        Company company = company(id);
        response.setContentType("application/zip");
        export.write(company, locale, response.getOutputStream());
    }

    /** As on the page, its name must be said. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.PROVIDER_WRITE)
    void delete(
            @AuthenticationPrincipal SignedIn provider,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Locale locale) {
        Company company = company(id);
        tags.check(seen, answer(company));
        Optional<String> problem = end.delete(company, name, provider.company());
        if (problem.isPresent()) {
            boolean ofName = problem.get().equals(CompanyEnd.WRONG_NAME);
            throw new ResponseStatusException(
                    ofName ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                    (ofName ? "name: " : "") + messages.getMessage(problem.get(), null, locale));
        }
    }
}
