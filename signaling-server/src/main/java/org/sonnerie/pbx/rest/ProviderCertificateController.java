package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.certificates.AcmeOrder;
import org.sonnerie.pbx.certificates.AcmeRenewal;
import org.sonnerie.pbx.certificates.Certificates;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.provider.AcmeForm;
import org.sonnerie.pbx.provider.ServerDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The certificate of HTTPS, for the provider (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/certificate")
class ProviderCertificateController {
    private final Certificates certificates;
    private final AcmeRenewal acme;
    private final ServerDesk desk;

    ProviderCertificateController(Certificates certificates, AcmeRenewal acme, ServerDesk desk) {
        this.certificates = certificates;
        this.acme = acme;
        this.desk = desk;
    }

    /** What HTTPS shows, and what is wanted by ACME; each left out: there is none. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(Optional<Shown> certificate, Optional<Order> acme) {}

    /** The certificate. */
    record Shown(
            String kind,
            List<String> names,
            String issuer,
            Instant from,
            Instant until,
            String fingerprint) {
        static Shown of(ServedCertificate one) {
            return new Shown(
                    Keyword.of(one.kind()),
                    one.names(),
                    one.issuer(),
                    one.from(),
                    one.until(),
                    one.fingerprint());
        }
    }

    /** What is wanted by ACME, and how it goes. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Order(
            String directory,
            String contact,
            List<String> names,
            boolean underWay,
            Optional<Instant> tried,
            Optional<Instant> next,
            Optional<String> trouble,
            Optional<String> detail) {
        static Order of(AcmeOrder order, boolean underWay) {
            return new Order(
                    order.directory(),
                    order.contact(),
                    order.names(),
                    underWay,
                    order.tried(),
                    order.notBefore(),
                    order.trouble().map(Keyword::of),
                    Optional.of(order.detail()).filter(text -> !text.isEmpty()));
        }
    }

    /** A certificate of one's own, as text (PEM). */
    record Own(@Nullable String chain, @Nullable String key) {
        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Own[]";
        }
    }

    /** What shall be had by ACME. */
    record Wish(
            @Nullable String directory,
            @Nullable String contact,
            @Nullable List<String> names,
            @Nullable Boolean agreed) {
        AcmeForm form() {
            return new AcmeForm(
                    directory,
                    contact,
                    names == null ? "" : String.join("\n", names),
                    agreed != null && agreed ? "on" : "");
        }
    }

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    Answer get() {
        return new Answer(
                certificates.current().map(Shown::of),
                acme.order().map(order -> Order.of(order, acme.underWay())));
    }

    @PutMapping
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer put(@AuthenticationPrincipal SignedIn provider, @RequestBody Own own) {
        desk.install(text(own.chain()), text(own.key()), provider.company());
        return get();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    @DeleteMapping
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer backToSelfSigned(@AuthenticationPrincipal SignedIn provider) {
        certificates.backToSelfSigned(provider.company());
        return get();
    }

    @PutMapping("/acme")
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer want(@AuthenticationPrincipal SignedIn provider, @RequestBody Wish wish) {
        desk.want(wish.form(), provider.company());
        return get();
    }

    @DeleteMapping("/acme")
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer stop(@AuthenticationPrincipal SignedIn provider) {
        acme.stop(provider.company());
        return get();
    }

    @PostMapping("/acme/now")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @NeedsScope(Scope.PROVIDER_WRITE)
    void now() {
        if (acme.order().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "no certificate is wanted by ACME");
        }
        acme.askNow();
    }
}
