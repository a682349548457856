package org.sonnerie.pbx.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.certificates.AcmeOrder;
import org.sonnerie.pbx.certificates.AcmeRenewal;
import org.sonnerie.pbx.certificates.Certificates;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of the certificate shows. Thread safe. */
@Component
class CertificatePage {
    static final String HERE = "redirect:/provider/certificates";
    static final String SAID = "said";

    private final Certificates certificates;
    private final AcmeRenewal acme;
    private final SonnerieProperties properties;
    private final InstantSource clock;

    CertificatePage(
            Certificates certificates,
            AcmeRenewal acme,
            SonnerieProperties properties,
            InstantSource clock) {
        this.certificates = certificates;
        this.acme = acme;
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
        static Shown of(ServedCertificate one, Instant now) {
            return new Shown(
                    "certificates.kind." + words(one.kind()),
                    one.names(),
                    one.issuer(),
                    when(one.from()),
                    when(one.until()),
                    one.days(now),
                    one.fingerprint());
        }
    }

    /**
     * How it goes with ACME.
     *
     * @param trouble the key of what went wrong; empty: nothing did
     * @param detail what the authority said of that
     * @param tried when it was asked last; empty: not yet
     * @param next when it may be asked next by itself; empty: at once
     */
    record Going(String trouble, String detail, String tried, String next) {
        static Going of(AcmeOrder order) {
            return new Going(
                    order.trouble().map(why -> "certificates.trouble." + words(why)).orElse(""),
                    order.detail(),
                    order.tried().map(CertificatePage::when).orElse(""),
                    order.notBefore().map(CertificatePage::when).orElse(""));
        }
    }

    static String words(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /** The page as it is without anything typed. */
    String show(Map<String, String> problems, HttpServletRequest request, Model model) {
        AcmeForm form =
                acme.order().map(AcmeForm::of).orElseGet(() -> AcmeForm.begun(host(request)));
        return show(form, problems, request, model);
    }

    String show(
            AcmeForm form, Map<String, String> problems, HttpServletRequest request, Model model) {
        Instant now = clock.instant();
        Optional<ServedCertificate> served = certificates.current();
        String host = host(request);
        model.addAttribute("shown", served.map(one -> Shown.of(one, now)).stream().toList());
        model.addAttribute("installed", served.filter(CertificatePage::installed).isPresent());
        model.addAttribute("soon", served.filter(one -> one.endsSoon(now)).isPresent());
        model.addAttribute("host", host);
        model.addAttribute("foreign", served.filter(one -> !one.isFor(host)).isPresent());
        model.addAttribute("going", acme.order().map(Going::of).stream().toList());
        model.addAttribute("underWay", acme.underWay());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "provider/certificates";
    }

    private static boolean installed(ServedCertificate one) {
        return one.kind() != ServedCertificate.Kind.SELF_SIGNED;
    }

    /** What people are led to by mail; else what stands in this browser's address. */
    private String host(HttpServletRequest request) {
        return Optional.of(properties.mail().pages())
                .flatMap(CertificatePage::hostOf)
                .orElseGet(request::getServerName);
    }

    private static Optional<String> hostOf(String address) {
        try {
            return Optional.ofNullable(new URI(address.strip()).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
