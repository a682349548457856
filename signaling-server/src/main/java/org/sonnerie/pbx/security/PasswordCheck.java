package org.sonnerie.pbx.security;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.StoredCredentials;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a user name and password. Takes as long for a name nobody has as for a wrong password, and
 * says the same.
 */
final class PasswordCheck implements AuthenticationProvider {
    private static final int LONGEST_PASSWORD = 200;

    /**
     * A hash takes 19 MB and a core for a moment: a storm of log-ins shall not starve the calls.
     */
    private static final int AT_ONCE = 2;

    private final People people;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final LogInThrottle throttle = new LogInThrottle();
    private final Semaphore hashing = new Semaphore(AT_ONCE);
    private final DummyHash dummy;

    PasswordCheck(People people, PasswordEncoder encoder, InstantSource clock) {
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
        this.dummy = new DummyHash(encoder);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userName = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        demandAllowed(userName, address);
        Optional<StoredCredentials> known = people.credentials(userName);
        String hash = known.map(StoredCredentials::passwordHash).orElseGet(dummy::hash);
        hashing.acquireUninterruptibly();
        try {
            // Again: those who tried at the same moment have failed meanwhile.
            demandAllowed(userName, address);
            boolean right = matches(String.valueOf(attempt.getCredentials()), hash);
            if (known.isEmpty() || !right) {
                throttle.failed(userName, address, clock.instant());
                throw new BadCredentialsException("wrong user name or password");
            }
        } finally {
            hashing.release();
        }
        throttle.succeeded(userName, address);
        SignedIn signedIn = SignedIn.of(known.get().account());
        return UsernamePasswordAuthenticationToken.authenticated(
                signedIn,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + signedIn.role().name())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private void demandAllowed(String userName, String address) {
        if (!throttle.allows(userName, address, clock.instant())) {
            throw new LockedException("too many failed log-ins");
        }
    }

    private boolean matches(String password, String hash) {
        return password.length() <= LONGEST_PASSWORD && encoder.matches(password, hash);
    }

    /** A hash that is compared with where there is no user; made at the first need. */
    private static final class DummyHash {
        private final PasswordEncoder encoder;
        private volatile String hash = "";

        DummyHash(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        String hash() {
            if (hash.isEmpty()) {
                hash = String.valueOf(encoder.encode("no such user"));
            }
            return hash;
        }
    }
}
