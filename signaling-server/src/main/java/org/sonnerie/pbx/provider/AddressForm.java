package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.brand.AddressRules;
import org.sonnerie.pbx.brand.Brand;

/**
 * What is typed of where a company's people reach it; empty: nothing of its own.
 *
 * @param host a host name
 * @param path the name behind {@code /at/}
 */
public record AddressForm(@Nullable String host, @Nullable String path) {
    static AddressForm of(Brand.Address address) {
        return new AddressForm(address.host().orElse(""), address.path().orElse(""));
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
