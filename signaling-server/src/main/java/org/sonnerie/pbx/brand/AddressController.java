package org.sonnerie.pbx.brand;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Leads from a company's own address to the log-in page, which remembers whose it is. */
@Controller
class AddressController {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Brands brands;

    AddressController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping("/at/{name}")
    String enter(
            @PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        if (!AddressRules.isPath(name) || brands.atPath(name).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such address");
        }
        ResponseCookie cookie =
                ResponseCookie.from(BrandHere.COOKIE, name)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(REMEMBERED)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:/login";
    }
}
