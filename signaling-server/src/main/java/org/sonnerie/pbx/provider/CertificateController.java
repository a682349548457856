package org.sonnerie.pbx.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sonnerie.pbx.certificates.Certificates;
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

/** The certificate of HTTPS: what it is, another one, and back to the self-signed one. */
@Controller
@RequestMapping("/provider/certificates")
class CertificateController {
    private final Certificates certificates;
    private final ServerDesk desk;
    private final CertificatePage page;

    CertificateController(Certificates certificates, ServerDesk desk, CertificatePage page) {
        this.certificates = certificates;
        this.desk = desk;
        this.page = page;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        return page.show(Map.of(), request, model);
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal SignedIn provider,
            @RequestParam MultipartFile chain,
            @RequestParam MultipartFile key,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after)
            throws IOException {
        try {
            desk.install(text(chain), text(key), provider.company());
        } catch (ProviderRefusedException refused) {
            return page.show(refused.byField(), request, model);
        }
        after.addFlashAttribute(CertificatePage.SAID, "certificates.uploaded");
        return CertificatePage.HERE;
    }

    /** Whatever is no text becomes text in which nothing is found. */
    private static String text(MultipartFile file) throws IOException {
        return new String(file.getBytes(), StandardCharsets.ISO_8859_1);
    }

    @PostMapping("/self-signed")
    String back(@AuthenticationPrincipal SignedIn provider, RedirectAttributes after) {
        certificates.backToSelfSigned(provider.company());
        after.addFlashAttribute(CertificatePage.SAID, "certificates.self-signed");
        return CertificatePage.HERE;
    }
}
