package org.sonnerie.pbx.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.admin.InvitationMail.Outcome;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Sends links to all of a company who have no password yet: one mail after another, so many at
 * most, in the background. Who was sent one is in the database, so that whatever ends a round, the
 * next one goes on with the others. Thread safe.
 */
@Component
class InvitationRounds implements AutoCloseable {
    /** Who has more of them begins another round. */
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(InvitationRounds.class);

    /** A mail server that takes so many in a row not now is left alone. */
    private static final int PATIENCE = 3;

    private static final int AT_ONCE = 4;
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private final InvitationMail mail;
    private final Invitations invitations;
    private final InstantSource clock;
    private final Map<CompanyId, Round> rounds = new ConcurrentHashMap<>();
    private final SimpleAsyncTaskExecutor later = new SimpleAsyncTaskExecutor("invitations-");
    private volatile boolean closed;

    InvitationRounds(InvitationMail mail, Invitations invitations, InstantSource clock) {
        this.mail = mail;
        this.invitations = invitations;
        this.clock = clock;
        later.setVirtualThreads(true);
        later.setConcurrencyLimit(AT_ONCE);
        later.setRejectTasksWhenLimitReached(true);
    }

    /**
     * Somebody who was not sent a link.
     *
     * @param id who
     * @param name as others see it
     * @param why its message's key
     */
    record Failed(String id, String name, String why) {}

    /**
     * How far a round is.
     *
     * @param wanted how many are to be written to
     * @param sent how many were
     * @param failed who could not be
     * @param over when it ended; empty: it goes on
     */
    record Round(int wanted, int sent, List<Failed> failed, Optional<Instant> over) {
        public int left() {
            return wanted - sent - failed.size();
        }
    }

    /**
     * What a page shows of it.
     *
     * @param possible whether a mail server is set up
     * @param waiting how many can be written to
     * @param round the one that goes on, or ended of late
     */
    record Board(boolean possible, int waiting, Optional<Round> round) {
        public boolean isRunning() {
            return round.isPresent() && round.get().over().isEmpty();
        }

        public int now() {
            return Math.min(waiting, MOST);
        }
    }

    Board board(CompanyId company) {
        Optional<Round> round =
                Optional.ofNullable(rounds.get(company)).filter(one -> isNew(one, clock.instant()));
        return new Board(mail.isPossible(), mail.isPossible() ? waiting(company).size() : 0, round);
    }

    private static boolean isNew(Round round, Instant now) {
        return round.over().map(end -> end.plus(TOLD_FOR).isAfter(now)).orElse(true);
    }

    private List<Account> waiting(CompanyId company) {
        return invitations.toWriteTo(company).stream().filter(mail::hasAddress).toList();
    }

    /**
     * Begins a round for whoever asks; not while one goes on.
     *
     * @return false: too many companies have one just now
     */
    boolean begin(CompanyId company) {
        List<Account> all = mail.isPossible() ? waiting(company) : List.of();
        List<Account> first = all.subList(0, Math.min(all.size(), MOST));
        if (first.isEmpty() || !claim(company, first.size())) {
            return true;
        }
        try {
            later.execute(new DelegatingSecurityContextRunnable(() -> run(company, first)));
            return true;
        } catch (TaskRejectedException _) {
            LOG.warn("too many rounds of invitations at once; one was dropped");
            rounds.remove(company);
            return false;
        }
    }

    private synchronized boolean claim(CompanyId company, int wanted) {
        Round before = rounds.get(company);
        if (before != null && before.over().isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        rounds.values().removeIf(one -> !isNew(one, now));
        rounds.put(company, new Round(wanted, 0, List.of(), Optional.empty()));
        return true;
    }

    private void run(CompanyId company, List<Account> people) {
        try {
            writeAll(company, people);
        } catch (DataAccessException away) {
            LOG.warn("a round of invitations ended: {}", away.getClass().getSimpleName());
        } finally {
            rounds.computeIfPresent(
                    company,
                    (_, one) ->
                            new Round(
                                    one.wanted(),
                                    one.sent(),
                                    one.failed(),
                                    Optional.of(clock.instant())));
        }
    }

    private void writeAll(CompanyId company, List<Account> people) {
        int inVain = 0;
        for (Account account : people) {
            if (closed || inVain >= PATIENCE) {
                return;
            }
            Outcome outcome = mail.invite(account).outcome();
            inVain = outcome == Outcome.NOT_NOW ? inVain + 1 : 0;
            rounds.computeIfPresent(company, (_, one) -> with(one, account, outcome));
        }
    }

    private static Round with(Round round, Account account, Outcome outcome) {
        if (outcome == Outcome.SENT) {
            return new Round(round.wanted(), round.sent() + 1, round.failed(), round.over());
        }
        List<Failed> failed = new ArrayList<>(round.failed());
        failed.add(
                new Failed(
                        account.id().text(),
                        account.displayName(),
                        "invite.outcome." + Keyword.of(outcome)));
        return new Round(round.wanted(), round.sent(), List.copyOf(failed), round.over());
    }

    @Override
    public void close() {
        closed = true;
        later.close();
    }
}
