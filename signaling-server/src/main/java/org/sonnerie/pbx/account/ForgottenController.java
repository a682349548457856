package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.security.Passwords;
import org.sonnerie.pbx.security.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way back for whoever has forgotten his password. */
@Controller
class ForgottenController {
    private static final int LONGEST = 254;

    private final ResetMail mail;
    private final ResetLinks links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SonnerieProperties properties;

    ForgottenController(
            ResetMail mail,
            ResetLinks links,
            Passwords passwords,
            Sessions sessions,
            SonnerieProperties properties) {
        this.mail = mail;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.properties = properties;
    }

    @GetMapping("/login/forgotten")
    String page(Model model) {
        model.addAttribute("demo", properties.demo());
        model.addAttribute("possible", mail.isPossible());
        return "account/forgotten";
    }

    /** Answers the same, as fast, whoever is meant. */
    @PostMapping("/login/forgotten")
    String ask(@RequestParam(defaultValue = "") String who, HttpServletRequest request) {
        if (mail.isPossible() && !who.isBlank() && who.length() <= LONGEST) {
            mail.ask(who, request.getRemoteAddr());
        }
        return "redirect:/login/forgotten?asked";
    }

    @GetMapping("/reset/{secret}")
    String form(@PathVariable String secret, Model model, HttpServletResponse response) {
        return form(secret, false, model, response);
    }

    @PostMapping("/reset/{secret}")
    String choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        if (!AccountRules.isPassword(password)) {
            return form(secret, true, model, response);
        }
        Optional<Account> account = links.use(secret);
        if (account.isEmpty()) {
            return over(response);
        }
        passwords.change(account.get().id(), password);
        sessions.endAll(account.get().company(), account.get().id());
        return "redirect:/login?changed";
    }

    private String form(String secret, boolean problem, Model model, HttpServletResponse response) {
        Optional<Account> guest = links.guest(secret);
        if (guest.isEmpty()) {
            return over(response);
        }
        model.addAttribute("account", guest.get());
        model.addAttribute("secret", secret);
        model.addAttribute("problem", problem);
        return "account/reset";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/reset-over";
    }
}
