package org.sonnerie.pbx.rest;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.reports.PersonFigures;
import org.sonnerie.pbx.reports.ReportWish;
import org.sonnerie.pbx.reports.Reports;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of a company's calls, as its page Reports has them (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsController {
    private final Reports reports;
    private final Published published;

    ReportsController(Reports reports, Published published) {
        this.reports = reports;
        this.published = published;
    }

    @GetMapping
    @NeedsScope(Scope.CALLS_READ)
    ReportAnswer report(@AuthenticationPrincipal SignedIn admin, ReportWish wanted) {
        CompanyPlan plan = published.current(admin.company());
        int within = wanted.seconds();
        return ReportAnswer.of(reports.of(plan, wanted), plan, within);
    }

    @GetMapping("/people")
    @NeedsScope(Scope.CALLS_READ)
    ReportAnswer.People people(
            @AuthenticationPrincipal SignedIn admin,
            ReportWish wanted,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        CompanyPlan plan = published.current(admin.company());
        Slice<PersonFigures> slice =
                Slice.of(
                        reports.of(plan, wanted).people(),
                        one -> one.person().text(),
                        after,
                        limit);
        return new ReportAnswer.People(
                slice.items().stream().map(one -> ReportAnswer.OfPerson.of(one, plan)).toList(),
                slice.next());
    }
}
