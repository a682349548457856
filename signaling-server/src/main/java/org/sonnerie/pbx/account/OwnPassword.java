package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.security.Checked;
import org.sonnerie.pbx.security.Passwords;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Asks for the password once more before something changes by which one signs in: a page that was
 * left open is not enough. Thread safe.
 */
@Component
class OwnPassword {
    private final People people;
    private final Passwords passwords;

    OwnPassword(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /** Empty: it is right. */
    Optional<Told> objection(SignedIn signedIn, String password, HttpServletRequest request) {
        Optional<String> userName = people.account(signedIn.person()).map(Account::userName);
        if (userName.isEmpty()) {
            return Optional.of(Told.PASSWORD_WRONG);
        }
        return switch (passwords.check(userName.get(), password, request.getRemoteAddr())) {
            case Checked.Right _ -> Optional.empty();
            case Checked.Wrong _ -> Optional.of(Told.PASSWORD_WRONG);
            case Checked.TooMany _ -> Optional.of(Told.TOO_MANY);
        };
    }
}
