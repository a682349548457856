package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.provider.CompanyForm;
import org.sonnerie.pbx.provider.CompanyUse;
import org.sonnerie.pbx.provider.ProviderCompanies;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The companies of a server, for its provider (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/companies")
class ProviderCompaniesController {
    private final ProviderCompanies companies;

    ProviderCompaniesController(ProviderCompanies companies) {
        this.companies = companies;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Item> companies, Optional<String> next) {}

    /** A company, and what it uses of what it may have. */
    record Item(
            String id,
            String name,
            boolean suspended,
            LimitsController.Share people,
            LimitsController.Share numbers,
            LimitsController.Share calls,
            LimitsController.Share megabytes) {
        static Item of(CompanyUse.Row row) {
            return new Item(
                    row.id(),
                    row.name(),
                    row.suspended(),
                    LimitsController.Share.of(row.people()),
                    LimitsController.Share.of(row.numbers()),
                    LimitsController.Share.of(row.calls()),
                    LimitsController.Share.of(row.megabytes()));
        }
    }

    /** A company that is wanted, and its first administrator. */
    record Wish(
            @Nullable String name,
            @Nullable String country,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String adminName,
            @Nullable String userName) {
        CompanyForm form() {
            return new CompanyForm(name, country, language, timeZone, adminName, userName);
        }
    }

    /** What was made; the path of the link is shown here and never again. */
    record Made(String id, String path) {}

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    Page list(@RequestParam Optional<String> after, @RequestParam(defaultValue = "50") int limit) {
        List<Item> all = companies.rows().stream().map(Item::of).toList();
        Slice<Item> slice = Slice.of(all, Item::id, after, limit);
        return new Page(slice.items(), slice.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope(Scope.PROVIDER_WRITE)
    Made add(@RequestBody Wish wish) {
        ProviderCompanies.Made made = companies.add(wish.form());
        return new Made(made.id().text(), "/welcome/" + made.secret());
    }
}
