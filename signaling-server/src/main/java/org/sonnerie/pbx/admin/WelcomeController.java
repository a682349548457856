package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind an invitation: its person chooses a password. */
@Controller
class WelcomeController {
    private final Invitations invitations;
    private final Published published;
    private final Sessions sessions;

    WelcomeController(Invitations invitations, Published published, Sessions sessions) {
        this.invitations = invitations;
        this.published = published;
        this.sessions = sessions;
    }

    @GetMapping("/welcome/{token}")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, false, model, response);
    }

    @PostMapping("/welcome/{token}")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        if (!AccountRules.isPassword(password)) {
            return page(token, true, model, response);
        }
        Optional<Account> guest = invitations.guest(token);
        if (guest.isEmpty() || !invitations.accept(token, password)) {
            return over(response);
        }
        // Whoever knew the password before is out.
        sessions.endAll(guest.get().company(), guest.get().id());
        return "redirect:/login";
    }

    private String page(String token, boolean problem, Model model, HttpServletResponse response) {
        Optional<Account> guest = invitations.guest(token);
        if (guest.isEmpty()) {
            return over(response);
        }
        Account account = guest.get();
        model.addAttribute("company", published.current(account.company()).facts().name());
        model.addAttribute("account", account);
        model.addAttribute("token", token);
        model.addAttribute("problem", problem);
        return "welcome";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "welcome-over";
    }
}
