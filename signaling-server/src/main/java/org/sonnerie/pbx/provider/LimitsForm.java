package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.PriceList;

/**
 * What is typed of a company that is there: its name and its limits, each empty for none.
 *
 * @param name the company's
 * @param people a number
 * @param numbers a number
 * @param calls a number
 * @param megabytes a number
 * @param spending an amount of money; empty: as much as all
 */
public record LimitsForm(
        @Nullable String name,
        @Nullable String people,
        @Nullable String numbers,
        @Nullable String calls,
        @Nullable String megabytes,
        @Nullable String spending) {
    private static final Pattern LIMIT = Pattern.compile("[0-9]{0,7}");

    static LimitsForm of(String name, CompanyLimits limits, Optional<Amount> spending) {
        return new LimitsForm(
                name,
                text(limits.people()),
                text(limits.numbers()),
                text(limits.calls()),
                text(limits.megabytes()),
                spending.map(Amount::text).orElse(""));
    }

    private static String text(OptionalInt limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "";
    }

    /** Nothing left out, no space around. */
    static LimitsForm typed(LimitsForm form) {
        return new LimitsForm(
                CompanyForm.text(form.name),
                CompanyForm.text(form.people),
                CompanyForm.text(form.numbers),
                CompanyForm.text(form.calls),
                CompanyForm.text(form.megabytes),
                CompanyForm.text(form.spending));
    }

    /** What is wrong, by field: a key of a message. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!AccountRules.isName(CompanyForm.text(name))) {
            problems.put("name", "setup.problem.company");
        }
        check(problems, "people", people);
        check(problems, "numbers", numbers);
        check(problems, "calls", calls);
        check(problems, "megabytes", megabytes);
        String money = CompanyForm.text(spending);
        if (!money.isEmpty() && Amount.read(money).filter(PriceList::isLimit).isEmpty()) {
            problems.put("spending", "spending.problem.limit");
        }
        return problems;
    }

    private static void check(Map<String, String> problems, String field, @Nullable String typed) {
        String text = CompanyForm.text(typed);
        boolean good =
                LIMIT.matcher(text).matches() && number(text).orElse(0) <= CompanyLimits.HIGHEST;
        if (!good) {
            problems.put(field, "provider.problem.limit");
        }
    }

    private static OptionalInt number(@Nullable String typed) {
        String text = CompanyForm.text(typed);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    /** Of a form without problems; empty: as much as all. */
    Optional<Amount> daily() {
        return Amount.read(CompanyForm.text(spending));
    }

    /**
     * The limits.
     *
     * @return of a form without problems
     */
    public CompanyLimits limits() {
        return new CompanyLimits(number(people), number(numbers), number(calls), number(megabytes));
    }
}
