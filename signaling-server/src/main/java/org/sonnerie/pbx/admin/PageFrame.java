package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.start.GettingStarted;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every admin page shows. */
@ControllerAdvice(
        assignableTypes = {
            AdminController.class,
            AuditLogController.class,
            CallFlowController.class,
            DepartmentsController.class,
            LiveController.class,
            PartController.class,
            PeopleImportController.class,
            PersonAccessController.class,
            PersonPages.class,
            HealthController.class,
            HistoryController.class,
            HoldMusicController.class,
            LimitsController.class,
            LogoController.class,
            PrivacyController.class,
            PromptsController.class,
            RecordingGrantsController.class,
            RecordingsController.class,
            ReportsController.class,
            SuperviseController.class,
            SingleSignOnController.class,
            StartController.class,
            TokensController.class,
            WebhooksController.class
        })
class PageFrame {
    private final SonnerieProperties properties;
    private final Published published;
    private final Brands brands;
    private final GettingStarted started;

    PageFrame(
            SonnerieProperties properties,
            Published published,
            Brands brands,
            GettingStarted started) {
        this.brands = brands;
        this.properties = properties;
        this.published = published;
        this.started = started;
    }

    @ModelAttribute
    void frame(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("demo", properties.demo());
        model.addAttribute("signedIn", signedIn.displayName());
        model.addAttribute(
                "company",
                published.find(signedIn.company()).map(plan -> plan.facts().name()).orElse(""));
        model.addAttribute("brand", brands.of(signedIn.company()).orElse(null));
        boolean isAdmin = signedIn.role() == Role.ADMIN;
        model.addAttribute("isAdmin", isAdmin);
        model.addAttribute("seesHistory", signedIn.role().seesHistory());
        model.addAttribute(
                "isStarting", isAdmin && started.skipped(signedIn.company()).isPresent());
        model.addAttribute("hasPhone", published.companyOf(signedIn.person()).isPresent());
    }
}
