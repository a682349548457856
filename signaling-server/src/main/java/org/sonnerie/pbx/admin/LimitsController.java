package org.sonnerie.pbx.admin;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.provider.CompanySpending;
import org.sonnerie.pbx.provider.CompanyUse;
import org.sonnerie.pbx.provider.CompanyUse.Share;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.spending.Prices;
import org.sonnerie.pbx.spending.Spending;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the provider lets the company have, and how much of it is in use. */
@Controller("limitsPage")
class LimitsController {
    private static final int DAYS = 30;

    private final CompanyUse use;
    private final CompanySpending spending;
    private final Spending days;
    private final Prices prices;

    LimitsController(CompanyUse use, CompanySpending spending, Spending days, Prices prices) {
        this.use = use;
        this.spending = spending;
        this.days = days;
        this.prices = prices;
    }

    @GetMapping("/admin/limits")
    String limits(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyUse.Row row = use.of(admin.company());
        model.addAttribute(
                "rows",
                List.of(
                        new Line("people", row.people()),
                        new Line("numbers", row.numbers()),
                        new Line("calls", row.calls()),
                        new Line("storage", row.megabytes())));
        model.addAttribute("spending", spending.of(admin.company(), locale));
        model.addAttribute("days", days(admin.company(), locale));
        return "admin/limits";
    }

    private List<DayLine> days(CompanyId company, Locale locale) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return days.before(company, spending.zone(company), DAYS).stream()
                .map(one -> new DayLine(format.format(one.day()), prices.shown(one.sum(), locale)))
                .toList();
    }

    /** What was spent in a day. */
    record DayLine(String day, String sum) {}

    /** A line of the page. */
    record Line(String what, Share share) {}
}
