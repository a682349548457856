package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.brand.LogoImage;
import org.sonnerie.pbx.brand.LogoRefusedException;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A company's logo (docs/rest.md). */
@RestController("restLogo")
@RequestMapping("/api/v1/logo")
class LogoController {
    private final Brands brands;
    private final EntityTags tags;

    LogoController(Brands brands, EntityTags tags) {
        this.brands = brands;
        this.tags = tags;
    }

    @GetMapping
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<byte[]> get(@AuthenticationPrincipal SignedIn admin) {
        return tags.told(MediaType.IMAGE_PNG, logo(admin));
    }

    private byte[] logo(SignedIn admin) {
        return brands.logo(admin.company())
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no logo"));
    }

    /** Answered is the picture as it is kept: drawn anew, and no larger than pages show it. */
    @PutMapping
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<byte[]> put(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            HttpServletRequest request)
            throws IOException {
        tags.check(seen, brands.logo(admin.company()));
        byte[] file = request.getInputStream().readNBytes(LogoImage.MOST_BYTES + 1);
        brands.show(admin.company(), Optional.of(LogoImage.of(file)));
        return get(admin);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.PLAN_WRITE)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        tags.check(seen, logo(admin));
        brands.show(admin.company(), Optional.empty());
    }

    @ExceptionHandler
    ProblemDetail refused(LogoRefusedException refused) {
        ProblemDetail problem =
                switch (refused.why()) {
                    case TOO_LARGE ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.CONTENT_TOO_LARGE, "a logo has at most 2 MB");
                    case NO_PICTURE ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "the content is no picture: PNG, JPEG, GIF or BMP");
                    case TOO_MANY_PIXELS ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "the picture is wider or higher than 4096 pixels");
                };
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }
}
