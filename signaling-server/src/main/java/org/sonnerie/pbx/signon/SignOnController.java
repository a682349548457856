package org.sonnerie.pbx.signon;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads to a company's identity provider, or says that it cannot. */
@Controller
class SignOnController {
    private final SignOnRegistrations registrations;

    SignOnController(SignOnRegistrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/login/with/{company}")
    String begin(@PathVariable String company) {
        return registrations
                .find(company)
                .map(one -> "redirect:/login/company/" + one.getRegistrationId())
                .orElse("redirect:/login?company-away");
    }
}
