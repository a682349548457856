package org.sonnerie.pbx.provider;

import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page of the provider shows. */
@ControllerAdvice(
        assignableTypes = {
            CompanyController.class,
            CompanyAddressController.class,
            BackupController.class,
            AcmeController.class,
            CertificateController.class,
            PricesController.class,
            KeysController.class
        })
class ProviderFrame {
    private final SonnerieProperties properties;

    ProviderFrame(SonnerieProperties properties) {
        this.properties = properties;
    }

    @ModelAttribute
    void frame(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("demo", properties.demo());
        model.addAttribute("signedIn", signedIn.displayName());
    }
}
