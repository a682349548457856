package org.sonnerie.pbx.security;

import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * A log-in by password: it is enough for whoever has no second factor. As the only bean of its kind
 * it is asked by all chains; given to one besides, it would be asked twice for a wrong password.
 */
@Component
final class PasswordCheck implements AuthenticationProvider {
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final CompanyTerms terms;

    PasswordCheck(Passwords passwords, SecondFactors secondFactors, CompanyTerms terms) {
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.terms = terms;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        String password = String.valueOf(attempt.getCredentials());
        return switch (passwords.check(attempt.getName(), password, address)) {
            case Checked.Right(var account) -> signedIn(account);
            case Checked.Wrong _ ->
                    throw new BadCredentialsException("wrong user name or password");
            case Checked.TooMany _ -> throw new LockedException("too many failed log-ins");
        };
    }

    /** Only whoever knows the password is told that his company is suspended. */
    private Authentication signedIn(Account account) {
        if (Suspension.concerns(account, terms)) {
            throw new DisabledException("the company is suspended");
        }
        SignedIn signedIn = SignedIn.of(account);
        if (secondFactors.isOn(account.company(), account.id())) {
            throw new SecondStepNeededException(signedIn);
        }
        return signedIn.authentication();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
