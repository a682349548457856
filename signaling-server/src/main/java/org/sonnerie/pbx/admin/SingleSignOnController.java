package org.sonnerie.pbx.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.signon.Claim;
import org.sonnerie.pbx.signon.SignOn;
import org.sonnerie.pbx.signon.SignOnRefusedException;
import org.sonnerie.pbx.signon.SignOnWish;
import org.sonnerie.pbx.signon.SignOns;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page of the company's own log-in. */
@Controller
@RequestMapping("/admin/single-sign-on")
class SingleSignOnController {
    private static final String PAGE = "admin/single-sign-on";
    private static final String BACK = "redirect:/admin/single-sign-on";
    private static final String WANTED = "wanted";

    private final SignOns signOns;

    SingleSignOnController(SignOns signOns) {
        this.signOns = signOns;
    }

    /** What was typed; the secret is never shown again. */
    record Form(
            @Nullable String label,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable Claim claim) {
        static final Form EMPTY = new Form("", "https://", "", "", Claim.EMAIL);

        static Form of(SignOn signOn) {
            return new Form(
                    signOn.label(),
                    signOn.issuer().toString(),
                    signOn.clientId(),
                    "",
                    signOn.claim());
        }

        SignOnWish wish() {
            return new SignOnWish(
                    text(label),
                    text(issuer),
                    text(clientId),
                    text(clientSecret),
                    claim == null ? Claim.EMAIL : claim);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Form[" + label + ", " + issuer + ", " + clientId + ", " + claim + "]";
        }
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn admin, Model model) {
        Form form = signOns.of(admin.company()).map(Form::of).orElse(Form.EMPTY);
        return page(admin, form, model);
    }

    private String page(SignedIn admin, Form shown, Model model) {
        Optional<SignOn> set = signOns.of(admin.company());
        model.addAttribute(WANTED, shown);
        model.addAttribute("claims", Claim.values());
        model.addAttribute("set", set.isPresent());
        model.addAttribute("link", here("/login/with/", admin));
        model.addAttribute("back", here("/login/company/", admin) + "/back");
        return PAGE;
    }

    private static String here(String path, SignedIn admin) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path + admin.companyId())
                .build()
                .toUriString();
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) Form wanted,
            Model model,
            RedirectAttributes after) {
        try {
            signOns.set(admin.company(), wanted.wish());
            after.addFlashAttribute("done", "set");
            return BACK;
        } catch (SignOnRefusedException refused) {
            model.addAttribute("problem", "signon.problem." + Keyword.of(refused.why()));
            return page(admin, wanted, model);
        }
    }

    @PostMapping("/delete")
    String delete(@AuthenticationPrincipal SignedIn admin, RedirectAttributes after) {
        if (signOns.remove(admin.company())) {
            after.addFlashAttribute("done", "deleted");
        }
        return BACK;
    }
}
