package org.sonnerie.pbx.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of a log-in: the code. */
@Controller
class SecondStepController {
    private static final int LONGEST = 64;

    private final SecondFactors secondFactors;
    private final People people;
    private final Entrance entrance;
    private final InstantSource clock;
    private final SonnerieProperties properties;
    private final ApplicationEventPublisher events;

    SecondStepController(
            SecondFactors secondFactors,
            People people,
            Entrance entrance,
            InstantSource clock,
            SonnerieProperties properties,
            ApplicationEventPublisher events) {
        this.secondFactors = secondFactors;
        this.people = people;
        this.entrance = entrance;
        this.clock = clock;
        this.properties = properties;
        this.events = events;
    }

    @GetMapping("/login/code")
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("demo", properties.demo());
        return HalfSignedIn.of(request, clock.instant()).isPresent()
                ? "login-code"
                : "redirect:/login";
    }

    @PostMapping("/login/code")
    void check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Account> who = stillThere(request);
        if (who.isEmpty()) {
            response.sendRedirect("/login");
            return;
        }
        String typed = code.length() <= LONGEST ? code : "";
        switch (secondFactors.check(who.get().company(), who.get().id(), typed)) {
            case RIGHT -> {
                HalfSignedIn.end(request);
                entrance.admit(who.get(), request, response);
            }
            case WRONG -> {
                events.publishEvent(new CodeRefused(who.get()));
                response.sendRedirect("/login/code?refused");
            }
            case TOO_MANY -> response.sendRedirect("/login/code?too-many");
        }
    }

    /** As he is now: what he may do can have changed since his password was right. */
    private Optional<Account> stillThere(HttpServletRequest request) {
        return HalfSignedIn.of(request, clock.instant())
                .flatMap(half -> people.account(half.who().person()));
    }
}
