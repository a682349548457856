package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.provider.PricesForm;
import org.sonnerie.pbx.provider.ServerDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.spending.PriceList;
import org.sonnerie.pbx.spending.Prices;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What calls to outside cost, for the provider (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/prices")
class ProviderPricesController {
    private final Prices prices;
    private final ServerDesk desk;
    private final EntityTags tags;

    ProviderPricesController(Prices prices, ServerDesk desk, EntityTags tags) {
        this.prices = prices;
        this.desk = desk;
        this.tags = tags;
    }

    /** The price list in force. */
    record Answer(String currency, String daily, String usual, List<Price> list) {
        static Answer of(PriceList list) {
            return new Answer(
                    list.currency().getCurrencyCode(),
                    list.daily().text(),
                    list.usual().text(),
                    list.perMinute().entrySet().stream()
                            .map(one -> new Price(one.getKey(), one.getValue().text()))
                            .toList());
        }
    }

    /** What a minute costs. */
    record Price(String begins, String perMinute) {}

    /** The list that is wanted. */
    record Wish(
            @Nullable String currency,
            @Nullable String daily,
            @Nullable String usual,
            @Nullable List<Wanted> list) {
        /** As the page has it: a line for each. */
        PricesForm form() {
            List<Wanted> all = list == null ? List.of() : list;
            return new PricesForm(
                    currency,
                    daily,
                    usual,
                    all.stream()
                            .map(one -> Objects.requireNonNullElse(one, Wanted.NOTHING).line())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** What a minute shall cost. */
    record Wanted(@Nullable String begins, @Nullable String perMinute) {
        private static final Wanted NOTHING = new Wanted("", "");

        private String line() {
            return text(begins) + ";" + text(perMinute);
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given.replaceAll("\\R", "?");
        }
    }

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    ResponseEntity<Answer> list() {
        return tags.told(HttpStatus.OK, Answer.of(prices.list()));
    }

    @PutMapping
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Answer> put(
            @AuthenticationPrincipal SignedIn provider,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        tags.check(seen, Answer.of(prices.list()));
        desk.setPrices(wish.form(), provider.company());
        return list();
    }
}
