package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.security.Passwords;
import org.sonnerie.pbx.security.Sessions;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's password: another one, which ends all other sessions. */
@Controller
class PasswordController {
    private final OwnPassword ownPassword;
    private final Passwords passwords;
    private final Sessions sessions;

    PasswordController(OwnPassword ownPassword, Passwords passwords, Sessions sessions) {
        this.ownPassword = ownPassword;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @PostMapping("/account/password")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String chosen,
            HttpServletRequest request) {
        if (!AccountRules.isPassword(chosen)) {
            return Told.PASSWORD_LENGTH.page();
        }
        Optional<Told> objection = ownPassword.objection(me, password, request);
        if (objection.isPresent()) {
            return objection.get().page();
        }
        passwords.change(me.person(), chosen);
        sessions.endOthers(me.company(), me.person(), request.getSession().getId());
        return Told.PASSWORD_CHANGED.page();
    }
}
