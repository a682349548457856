package org.sonnerie.pbx.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.brand.Brand;
import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.brand.LogoImage;
import org.sonnerie.pbx.brand.LogoRefusedException;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The company's logo. */
@Controller
@RequestMapping("/admin/logo")
class LogoController {
    private static final String PAGE = "admin/logo";
    private static final String BACK = "redirect:/admin/logo";
    private static final String DONE = "done";

    private final Brands brands;

    LogoController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn admin, Model model) {
        model.addAttribute(
                "addresses",
                brands.of(admin.company()).map(LogoController::addresses).orElse(List.of()));
        return PAGE;
    }

    private static List<String> addresses(Brand brand) {
        return Stream.concat(
                        brand.address().host().map("https://%s/login"::formatted).stream(),
                        brand.address().path().map(LogoController::here).stream())
                .toList();
    }

    private static String here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("at", path)
                .toUriString();
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes after)
            throws IOException {
        try {
            brands.show(admin.company(), Optional.of(LogoImage.of(file.getBytes())));
        } catch (LogoRefusedException refused) {
            model.addAttribute("wrong", Keyword.of(refused.why()));
            return show(admin, model);
        }
        after.addFlashAttribute(DONE, "saved");
        return BACK;
    }

    @PostMapping("/delete")
    String delete(@AuthenticationPrincipal SignedIn admin, RedirectAttributes after) {
        brands.show(admin.company(), Optional.empty());
        after.addFlashAttribute(DONE, "removed");
        return BACK;
    }
}
