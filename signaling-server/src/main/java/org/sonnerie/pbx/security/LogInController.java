package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpServletRequest;
import org.sonnerie.pbx.brand.Brand;
import org.sonnerie.pbx.brand.BrandHere;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The log-in page, and where one goes from it. */
@Controller
class LogInController {
    private final SonnerieProperties properties;
    private final OtherWayIn other;
    private final BrandHere brand;

    LogInController(SonnerieProperties properties, OtherWayIn other, BrandHere brand) {
        this.brand = brand;
        this.properties = properties;
        this.other = other;
    }

    @GetMapping("/login")
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("demo", properties.demo());
        model.addAttribute("mail", properties.mail().canLink());
        model.addAttribute("other", other.link(brand.of(request).map(Brand::company)).orElse(null));
        return "login";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn signedIn) {
        return switch (signedIn.role()) {
            case EMPLOYEE, RECEPTIONIST, SUPERVISOR -> "redirect:/phone";
            case ADMIN -> "redirect:/admin";
            case PROVIDER -> "redirect:/provider";
        };
    }
}
