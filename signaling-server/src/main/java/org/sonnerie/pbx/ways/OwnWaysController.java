package org.sonnerie.pbx.ways;

import java.util.Locale;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** "Which paths can reach me?", for the phone page of the signed-in person (docs/protocol.md). */
@RestController
class OwnWaysController {
    private final WaysToPeople ways;

    OwnWaysController(WaysToPeople ways) {
        this.ways = ways;
    }

    @GetMapping("/phone/ways")
    WaysToPeople.Told ways(@AuthenticationPrincipal SignedIn me, Locale locale) {
        return ways.to(me.company(), me.person(), locale)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "this account has no phone"));
    }
}
