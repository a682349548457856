package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the phone's page its ticket (docs/protocol.md). */
@RestController
class TicketController {
    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/phone/ticket")
    Map<String, String> ticket(
            @AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request) {
        return Map.of("ticket", tickets.issue(signedIn, request.getSession().getId()));
    }
}
