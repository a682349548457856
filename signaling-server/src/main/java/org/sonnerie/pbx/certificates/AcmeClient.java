package org.sonnerie.pbx.certificates;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;
import org.sonnerie.pbx.certificates.AcmeOrder.Trouble;
import org.sonnerie.pbx.config.OutsideAddresses;

/** Has a certificate made by an authority: shows that the names are ours by HTTP-01. Blocks. */
final class AcmeClient {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OutsideAddresses addresses;
    private final ChallengeAnswers answers;

    AcmeClient(OutsideAddresses addresses, ChallengeAnswers answers) {
        this.addresses = addresses;
        this.answers = answers;
    }

    /** Keys made for it, and the certificate with all that answer for it. */
    PemPair fetch(AcmeOrder wish, KeyPair account, InstantSource clock)
            throws AcmeTroubleException {
        try {
            KeyPair keys = EcKeys.made();
            List<X509Certificate> chain = chain(wish, account, keys);
            return PemPair.of(keys.getPrivate(), chain, clock.instant());
        } catch (CertificateRefusedException e) {
            throw new AcmeTroubleException(Trouble.UNUSABLE, e);
        } catch (AcmeException e) {
            throw new AcmeTroubleException(trouble(e), e);
        } catch (AcmeLazyLoadingException e) {
            throw new AcmeTroubleException(trouble(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (CheckedAuthority.NotAllowedException e) {
            throw new AcmeTroubleException(Trouble.NOT_ALLOWED, e);
        } catch (InterruptedException e) {
            // The server ends.
            throw new AcmeTroubleException(Trouble.TIMED_OUT, e);
        }
    }

    private static Trouble trouble(Throwable why) {
        return switch (why) {
            case AcmeNetworkException _ -> Trouble.NO_CONNECTION;
            case AcmeRateLimitedException _ -> Trouble.TOO_OFTEN;
            case AcmeUserActionRequiredException _ -> Trouble.ACTION_NEEDED;
            default -> Trouble.REFUSED;
        };
    }

    private List<X509Certificate> chain(AcmeOrder wish, KeyPair accountKeys, KeyPair keys)
            throws AcmeException, InterruptedException, AcmeTroubleException {
        Session session =
                new Session(URI.create(wish.directory()), new CheckedAuthority(addresses));
        session.networkSettings().setTimeout(ANSWER);
        Account account =
                new AccountBuilder()
                        .agreeToTermsOfService()
                        .addEmail(wish.contact())
                        .useKeyPair(accountKeys)
                        .create(session);
        Order order = account.newOrder().domains(wish.names()).create();
        for (Authorization one : order.getAuthorizations()) {
            prove(one);
        }
        demand(order.waitUntilReady(PATIENCE), Status.READY, Trouble.REFUSED, order.getError());
        order.execute(keys);
        demand(order.waitForCompletion(PATIENCE), Status.VALID, Trouble.REFUSED, order.getError());
        return order.getCertificate().getCertificateChain();
    }

    private void prove(Authorization name)
            throws AcmeException, InterruptedException, AcmeTroubleException {
        if (name.getStatus() == Status.VALID) {
            return;
        }
        Http01Challenge challenge =
                name.findChallenge(Http01Challenge.class)
                        .orElseThrow(() ->
                                new AcmeTroubleException(Trouble.REFUSED, "no HTTP-01 challenge"));
        answers.give(challenge.getToken(), challenge.getAuthorization());
        try {
            challenge.trigger();
            Status status = name.waitForCompletion(PATIENCE);
            demand(status, Status.VALID, Trouble.NOT_PROVEN, error(name));
        } finally {
            answers.forget(challenge.getToken());
        }
    }

    /** As it is now: the challenge that was triggered does not learn how it went. */
    private static Optional<Problem> error(Authorization name) {
        return name.findChallenge(Http01Challenge.class).flatMap(Http01Challenge::getError);
    }

    private static void demand(
            Status found, Status wanted, Trouble otherwise, Optional<Problem> said)
            throws AcmeTroubleException {
        if (found == Status.INVALID) {
            throw new AcmeTroubleException(otherwise, said.map(Problem::toString).orElse(""));
        }
        if (found != wanted && found != Status.VALID) {
            throw new AcmeTroubleException(Trouble.TIMED_OUT, found.name());
        }
    }
}
