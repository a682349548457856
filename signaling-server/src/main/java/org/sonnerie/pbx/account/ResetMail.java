package org.sonnerie.pbx.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.Published;
import org.springframework.context.MessageSource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes to whoever has forgotten his password. Whoever asks learns nothing: all that depends on
 * whether there is such a person happens after he was answered. Thread safe.
 */
@Component
class ResetMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResetMail.class);

    private static final int PER_ADDRESS = 10;
    private static final int PER_PERSON = 3;

    /** Several can share an address; a list of them all is not served. */
    private static final int MOST_MAILS = 5;

    private static final int AT_ONCE = 16;

    private final People people;
    private final Published published;
    private final ResetLinks links;
    private final Letters letters;
    private final SonnerieProperties properties;
    private final InstantSource clock;
    private final FailureCount asked = new FailureCount(Duration.ofHours(1));
    private final SimpleAsyncTaskExecutor later = new SimpleAsyncTaskExecutor("password-reset-");

    ResetMail(
            People people,
            Published published,
            ResetLinks links,
            Letters letters,
            SonnerieProperties properties,
            InstantSource clock) {
        this.people = people;
        this.published = published;
        this.links = links;
        this.letters = letters;
        this.properties = properties;
        this.clock = clock;
        later.setVirtualThreads(true);
        later.setConcurrencyLimit(AT_ONCE);
        later.setRejectTasksWhenLimitReached(true);
    }

    /** How mails are worded and sent. */
    @Component
    record Letters(MessageSource words, Post post) {}

    /** Whether anybody can be written to. */
    boolean isPossible() {
        return properties.mail().canLink();
    }

    /**
     * Somebody has forgotten his password. Returns at once.
     *
     * @param typed a user name or an e-mail address
     * @param address the IP literal he asks from
     */
    void ask(String typed, String address) {
        Instant now = clock.instant();
        boolean tooOften = asked.of("from " + address, now) >= PER_ADDRESS;
        asked.add("from " + address, now);
        if (tooOften) {
            LOG.warn("password resets are asked for too often from one address");
            return;
        }
        // By what was typed: whether there is such a person is found out later.
        String what = "for " + typed.strip().toLowerCase(Locale.ROOT);
        if (asked.of(what, now) >= PER_PERSON) {
            LOG.warn("password resets are asked for too often for the same person");
            return;
        }
        asked.add(what, now);
        try {
            later.execute(() -> tryToWrite(typed.strip()));
        } catch (TaskRejectedException _) {
            LOG.warn("too many password resets at once; one was dropped");
        }
    }

    private void tryToWrite(String typed) {
        try {
            write(typed);
        } catch (DataAccessException away) {
            LOG.warn("no link could be made: {}", away.getClass().getSimpleName());
        }
    }

    private void write(String typed) {
        List<Recipient> found = typed.contains("@") ? byMail(typed) : byName(typed);
        found.stream().limit(MOST_MAILS).forEach(this::write);
    }

    /** Who is written to, in which language. */
    private record Recipient(Account account, String address, Locale language) {}

    private List<Recipient> byName(String userName) {
        return people.credentials(userName).map(StoredCredentials::account).stream()
                .flatMap(account ->
                        published.find(account.company()).stream()
                                .flatMap(plan ->
                                        plan.person(account.id()).stream()
                                                .flatMap(one -> recipient(plan, one).stream())))
                .toList();
    }

    private List<Recipient> byMail(String address) {
        return published.all().stream()
                .flatMap(plan ->
                        plan.people().stream()
                                .filter(one ->
                                        one.contact()
                                                .email()
                                                .filter(address::equalsIgnoreCase)
                                                .isPresent())
                                .flatMap(one -> recipient(plan, one).stream()))
                .toList();
    }

    private Optional<Recipient> recipient(CompanyPlan plan, Person person) {
        String language = person.contact().language().orElse(plan.facts().language());
        Locale spoken = language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return person.contact()
                .email()
                .flatMap(address ->
                        people.account(person.id())
                                .filter(account -> account.company().equals(plan.company()))
                                .map(account -> new Recipient(account, address, spoken)));
    }

    private void write(Recipient to) {
        String who = "to " + to.account().id();
        Instant now = clock.instant();
        if (asked.of(who, now) >= PER_PERSON) {
            LOG.warn("person={} was written to too often", to.account().id());
            return;
        }
        asked.add(who, now);
        String secret = links.issue(to.account());
        Posted posted = letters.post().send(mail(to, secret));
        switch (posted) {
            case Posted.Accepted() ->
                    LOG.info("person={} was sent a link for another password", to.account().id());
            case Posted.Later(String why) -> failed(to, why);
            case Posted.Refused(String why) -> failed(to, why);
        }
    }

    private static void failed(Recipient to, String why) {
        LOG.error("person={} could not be sent a link: {}", to.account().id(), why);
    }

    /** The link names the address from the settings: what a request claims is not to be trusted. */
    private Mail mail(Recipient to, String secret) {
        MessageSource words = letters.words();
        String link = properties.mail().page("/reset/" + secret);
        Object[] what = {to.account().displayName(), to.account().userName(), link};
        return new Mail(
                "reset-" + RandomText.id(),
                to.address(),
                words.getMessage("account.reset.mail.subject", null, to.language()),
                words.getMessage("account.reset.mail", what, to.language()),
                Optional.empty());
    }

    @Override
    public void close() {
        later.close();
    }
}
