package org.sonnerie.pbx.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sonnerie.pbx.passkeys.Passkeys;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.security.Entrance;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in by passkey. */
@Controller
class PasskeyLogInController {
    private final Passkeys passkeys;
    private final Entrance entrance;

    PasskeyLogInController(Passkeys passkeys, Entrance entrance) {
        this.passkeys = passkeys;
        this.entrance = entrance;
    }

    /** The same for everybody: whose passkeys there are is told to nobody. */
    @PostMapping("/login/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.beginLogIn(request));
    }

    @PostMapping("/login/passkey")
    void signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Account> account = passkeys.logIn(credential, request);
        if (account.isPresent()) {
            entrance.admit(account.get(), request, response);
        } else {
            response.sendRedirect("/login?refused-key");
        }
    }
}
