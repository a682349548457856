package org.sonnerie.pbx.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.FailureCount;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.mail.Mail;
import org.sonnerie.pbx.mail.Post;
import org.sonnerie.pbx.mail.Posted;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Contact;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.Published;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sends people their links by mail, to the address in their form and in their language. Thread
 * safe.
 */
@Component
class InvitationMail {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);

    private static final int PER_PERSON = 3;
    private static final int PER_COMPANY = 1_000;

    private final Invitations invitations;
    private final Published published;
    private final Letters letters;
    private final SonnerieProperties properties;
    private final InstantSource clock;
    private final FailureCount written = new FailureCount(Duration.ofHours(1));

    InvitationMail(
            Invitations invitations,
            Published published,
            Letters letters,
            SonnerieProperties properties,
            InstantSource clock) {
        this.invitations = invitations;
        this.published = published;
        this.letters = letters;
        this.properties = properties;
        this.clock = clock;
    }

    /** How mails are worded and sent. */
    @Component("invitationLetters")
    record Letters(MessageSource words, Post post) {}

    /** What became of a mail. Its words stand in the bundles under its keyword. */
    enum Outcome {
        /** The mail server has it. */
        SENT,
        /** There is no address in his form. */
        NO_ADDRESS,
        /** He, or the company's people, were written to too often of late. */
        TOO_OFTEN,
        /** The mail server does not take this address. */
        REFUSED,
        /** The mail server could not be reached, or takes nothing now. */
        NOT_NOW
    }

    /**
     * What became of a link and its mail.
     *
     * @param outcome of the mail
     * @param secret of a link that is to be handed over otherwise now; empty: none was made, or it
     *     is in the mail
     */
    record Invited(Outcome outcome, Optional<String> secret) {}

    /** Whether anybody can be written to. */
    boolean isPossible() {
        return properties.mail().canLink();
    }

    /** Whether there is an address in his form. */
    boolean hasAddress(Account account) {
        return published
                .find(account.company())
                .flatMap(plan -> plan.person(account.id()))
                .flatMap(one -> one.contact().email())
                .isPresent();
    }

    /** Makes somebody another link and sends it; takes as long as the mail server does. */
    Invited invite(Account account) {
        Optional<Recipient> to = recipient(account);
        if (to.isEmpty()) {
            return new Invited(Outcome.NO_ADDRESS, Optional.empty());
        }
        if (isTooOften(account)) {
            return new Invited(Outcome.TOO_OFTEN, Optional.empty());
        }
        return invitations
                .inviteAgain(account.company(), account.id())
                .map(secret -> sent(to.get(), secret))
                .orElseGet(() -> new Invited(Outcome.NO_ADDRESS, Optional.empty()));
    }

    /** Sends the link that was just made for somebody new. */
    Invited send(Account account, String secret) {
        Optional<Recipient> to = recipient(account);
        if (to.isEmpty()) {
            return new Invited(Outcome.NO_ADDRESS, Optional.of(secret));
        }
        return isTooOften(account)
                ? new Invited(Outcome.TOO_OFTEN, Optional.of(secret))
                : sent(to.get(), secret);
    }

    /** Who is written to, where, in which language and in whose name. */
    private record Recipient(Account account, String address, Locale language, String company) {}

    private Optional<Recipient> recipient(Account account) {
        return published
                .find(account.company())
                .flatMap(plan ->
                        plan.person(account.id()).flatMap(one -> recipient(account, one, plan)));
    }

    private static Optional<Recipient> recipient(Account account, Person one, CompanyPlan plan) {
        Contact contact = one.contact();
        String language = contact.language().orElse(plan.facts().language());
        Locale spoken = language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return contact.email()
                .map(address -> new Recipient(account, address, spoken, plan.facts().name()));
    }

    private synchronized boolean isTooOften(Account account) {
        Instant now = clock.instant();
        String person = "to " + account.id();
        String company = "of " + account.company();
        if (written.of(person, now) >= PER_PERSON || written.of(company, now) >= PER_COMPANY) {
            return true;
        }
        written.add(person, now);
        written.add(company, now);
        return false;
    }

    private Invited sent(Recipient to, String secret) {
        Outcome outcome =
                switch (post(to, secret)) {
                    case Posted.Accepted() -> Outcome.SENT;
                    case Posted.Refused(String why) -> failed(to, why, Outcome.REFUSED);
                    case Posted.Later(String why) -> failed(to, why, Outcome.NOT_NOW);
                };
        if (outcome != Outcome.SENT) {
            return new Invited(outcome, Optional.of(secret));
        }
        invitations.mailed(to.account());
        LOG.info("person={} was sent a link to choose a password", to.account().id());
        return new Invited(outcome, Optional.empty());
    }

    private Posted post(Recipient to, String secret) {
        Mail mail;
        try {
            mail = mail(to, secret);
        } catch (IllegalArgumentException _) {
            return new Posted.Refused("the address is more than a line");
        }
        return letters.post().send(mail);
    }

    private static Outcome failed(Recipient to, String why, Outcome outcome) {
        LOG.error("person={} could not be sent an invitation: {}", to.account().id(), why);
        return outcome;
    }

    /** The link names the address from the settings: what a request claims is not to be trusted. */
    private Mail mail(Recipient to, String secret) {
        MessageSource words = letters.words();
        String company = line(to.company());
        Object[] what = {
            line(to.account().displayName()),
            company,
            to.account().userName(),
            properties.mail().page("/welcome/" + secret)
        };
        return new Mail(
                "welcome-" + RandomText.id(),
                to.address(),
                words.getMessage("invite.mail.subject", new Object[] {company}, to.language()),
                words.getMessage("invite.mail", what, to.language()),
                Optional.empty());
    }

    /** What people and companies are called is theirs to choose: it stays in its line. */
    private static String line(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
