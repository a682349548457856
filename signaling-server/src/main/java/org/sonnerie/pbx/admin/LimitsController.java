package org.sonnerie.pbx.admin;

import java.util.List;
import org.sonnerie.pbx.provider.CompanyUse;
import org.sonnerie.pbx.provider.CompanyUse.Share;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the provider lets the company have, and how much of it is in use. */
@Controller("limitsPage")
class LimitsController {
    private final CompanyUse use;

    LimitsController(CompanyUse use) {
        this.use = use;
    }

    @GetMapping("/admin/limits")
    String limits(@AuthenticationPrincipal SignedIn admin, Model model) {
        CompanyUse.Row row = use.of(admin.company());
        model.addAttribute(
                "rows",
                List.of(
                        new Line("people", row.people()),
                        new Line("numbers", row.numbers()),
                        new Line("calls", row.calls()),
                        new Line("storage", row.megabytes())));
        return "admin/limits";
    }

    /** A line of the page. */
    record Line(String what, Share share) {}
}
