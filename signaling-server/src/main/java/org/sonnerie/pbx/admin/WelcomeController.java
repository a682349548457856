package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.publish.Published;
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

    WelcomeController(Invitations invitations, Published published) {
        this.invitations = invitations;
        this.published = published;
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
        return invitations.accept(token, password) ? "redirect:/login" : over(response);
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
