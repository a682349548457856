package org.sonnerie.pbx.signaling;

import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The phone's one page; everything in it is the web client's. */
@Controller
class PhonePage {
    private final Plans plans;

    PhonePage(Plans plans) {
        this.plans = plans;
    }

    @GetMapping({"/phone", "/phone/"})
    String page(@AuthenticationPrincipal SignedIn signedIn) {
        boolean hasPhone = plans.companyOf(signedIn.person()).isPresent();
        return hasPhone || signedIn.role() != Role.ADMIN
                ? "forward:/phone/index.html"
                : "redirect:/admin";
    }
}
