package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.passkeys.Passkeys;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.sonnerie.pbx.security.Sessions;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Your account": how one signs in. */
@Controller
class AccountController {
    private final People people;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Published published;
    private final SonnerieProperties properties;

    AccountController(
            People people,
            SecondFactors secondFactors,
            Sessions sessions,
            Passkeys passkeys,
            Published published,
            SonnerieProperties properties) {
        this.people = people;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.published = published;
        this.properties = properties;
    }

    /** How it is with the second factor. */
    enum Factor {
        OFF,
        BEGUN,
        ON
    }

    @GetMapping("/account")
    String page(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String told,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<Told> message = Told.of(told);
        model.addAttribute("demo", properties.demo());
        model.addAttribute("me", me);
        model.addAttribute("home", home(me.role()));
        model.addAttribute(
                "userName", people.account(me.person()).map(Account::userName).orElse(""));
        model.addAttribute("told", message.map(Told::key).orElse(""));
        model.addAttribute("good", message.map(Told::good).orElse(true));
        secondFactor(me, model);
        model.addAttribute("passkeys", passkeys(me, locale));
        model.addAttribute("sessions", sessions(me, request.getSession().getId(), locale));
        return "account/page";
    }

    private void secondFactor(SignedIn me, Model model) {
        if (secondFactors.isOn(me.company(), me.person())) {
            model.addAttribute("factor", Factor.ON);
            model.addAttribute("codesLeft", secondFactors.codesLeft(me.company(), me.person()));
            return;
        }
        secondFactors
                .begun(me.company(), me.person())
                .ifPresentOrElse(
                        begun -> {
                            model.addAttribute("factor", Factor.BEGUN);
                            model.addAttribute("secret", begun.grouped());
                        },
                        () -> model.addAttribute("factor", Factor.OFF));
    }

    private List<SessionLine> sessions(SignedIn me, String here, Locale locale) {
        ZoneId zone = zone(me);
        return sessions.of(me.company(), me.person(), here).stream()
                .map(one -> SessionLine.of(one, zone, locale))
                .toList();
    }

    private List<PasskeyLine> passkeys(SignedIn me, Locale locale) {
        ZoneId zone = zone(me);
        return passkeys.of(me.company(), me.person()).stream()
                .map(one -> PasskeyLine.of(one, zone, locale))
                .toList();
    }

    private ZoneId zone(SignedIn me) {
        return published
                .find(me.company())
                .map(plan -> plan.facts().timeZone())
                .orElseGet(ZoneId::systemDefault);
    }

    private static String home(Role role) {
        return switch (role) {
            case EMPLOYEE, RECEPTIONIST, SUPERVISOR -> "/phone";
            case ADMIN -> "/admin";
            case PROVIDER -> "/";
        };
    }
}
