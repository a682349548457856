package org.sonnerie.pbx.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.certificates.CertificateRefusedException;
import org.sonnerie.pbx.certificates.Certificates;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.SonnerieProperties;
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
    private static final String HERE = "redirect:/provider/certificates";
    private static final String SAID = "said";
    private static final String PROBLEM = "certificates.problem.";

    private final Certificates certificates;
    private final SonnerieProperties properties;
    private final InstantSource clock;

    CertificateController(
            Certificates certificates, SonnerieProperties properties, InstantSource clock) {
        this.certificates = certificates;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What the page says of a certificate.
     *
     * @param kind the key of its words
     * @param names it is good for
     * @param issuer who signed it
     * @param from since when it is good
     * @param until until when it is good
     * @param days to its end
     * @param fingerprint SHA-256
     */
    record Shown(
            String kind,
            List<String> names,
            String issuer,
            String from,
            String until,
            long days,
            String fingerprint) {
        static Shown of(ServedCertificate one, Instant now, Locale locale) {
            return new Shown(
                    "certificates.kind."
                            + one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    one.names(),
                    one.issuer(),
                    when(one.from(), locale),
                    when(one.until(), locale),
                    one.days(now),
                    one.fingerprint());
        }

        private static String when(Instant at, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(at.atZone(ZoneId.systemDefault()));
        }
    }

    @GetMapping
    String page(HttpServletRequest request, Locale locale, Model model) {
        return show(Map.of(), request, locale, model);
    }

    private String show(
            Map<String, String> problems, HttpServletRequest request, Locale locale, Model model) {
        Instant now = clock.instant();
        Optional<ServedCertificate> served = certificates.current();
        String host = host(request);
        model.addAttribute(
                "shown", served.map(one -> Shown.of(one, now, locale)).stream().toList());
        model.addAttribute(
                "installed", served.filter(CertificateController::installed).isPresent());
        model.addAttribute("soon", served.filter(one -> one.endsSoon(now)).isPresent());
        model.addAttribute("host", host);
        model.addAttribute("foreign", served.filter(one -> !one.isFor(host)).isPresent());
        model.addAttribute("problems", problems);
        return "provider/certificates";
    }

    private static boolean installed(ServedCertificate one) {
        return one.kind() != ServedCertificate.Kind.SELF_SIGNED;
    }

    /** What people are led to by mail; else what stands in this browser's address. */
    private String host(HttpServletRequest request) {
        return Optional.of(properties.mail().pages())
                .flatMap(CertificateController::hostOf)
                .orElseGet(request::getServerName);
    }

    private static Optional<String> hostOf(String address) {
        try {
            return Optional.ofNullable(new URI(address.strip()).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal SignedIn provider,
            @RequestParam MultipartFile chain,
            @RequestParam MultipartFile key,
            HttpServletRequest request,
            Locale locale,
            Model model,
            RedirectAttributes after)
            throws IOException {
        try {
            certificates.upload(text(chain), text(key), provider.company());
        } catch (CertificateRefusedException e) {
            String field = e.reason().ofKey() ? "key" : "chain";
            String words = PROBLEM + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return show(Map.of(field, words), request, locale, model);
        }
        after.addFlashAttribute(SAID, "certificates.uploaded");
        return HERE;
    }

    /** Whatever is no text becomes text in which nothing is found. */
    private static String text(MultipartFile file) throws IOException {
        return new String(file.getBytes(), StandardCharsets.ISO_8859_1);
    }

    @PostMapping("/self-signed")
    String back(@AuthenticationPrincipal SignedIn provider, RedirectAttributes after) {
        certificates.backToSelfSigned(provider.company());
        after.addFlashAttribute(SAID, "certificates.self-signed");
        return HERE;
    }
}
