package org.sonnerie.pbx.provider;

import jakarta.servlet.http.HttpServletRequest;
import org.sonnerie.pbx.certificates.AcmeRenewal;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A certificate by ACME: from whom, for which names, at once, and no longer. */
@Controller
@RequestMapping("/provider/certificates/acme")
class AcmeController {
    private final AcmeRenewal acme;
    private final ServerDesk desk;
    private final CertificatePage page;

    AcmeController(AcmeRenewal acme, ServerDesk desk, CertificatePage page) {
        this.acme = acme;
        this.desk = desk;
        this.page = page;
    }

    @PostMapping
    String want(
            @AuthenticationPrincipal SignedIn provider,
            @ModelAttribute("form") AcmeForm sent,
            HttpServletRequest request,
            Model model) {
        AcmeForm form = AcmeForm.typed(sent);
        try {
            desk.want(form, provider.company());
        } catch (ProviderRefusedException refused) {
            return page.show(form, refused.byField(), request, model);
        }
        return CertificatePage.HERE;
    }

    @PostMapping("/now")
    String now() {
        acme.askNow();
        return CertificatePage.HERE;
    }

    @PostMapping("/stop")
    String stop(@AuthenticationPrincipal SignedIn provider, RedirectAttributes after) {
        acme.stop(provider.company());
        after.addFlashAttribute(CertificatePage.SAID, "certificates.stopped");
        return CertificatePage.HERE;
    }
}
