package org.sonnerie.pbx.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log of each company: only ever added to, each entry chained to the one before it; the
 * oldest go when they are too old ({@link AuditRetention}). Thread safe.
 */
@Component
public class AuditLog {
    /** The longest part of the log that is read at once. */
    public static final int LONGEST_PAGE = 200;

    private static final int LONGEST_SUBJECT = 300;
    private static final int MOST_CHANGES = 500;
    private static final int STEPS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditRows rows;
    private final AuditStarts starts;
    private final DurableChange durable;
    private final InstantSource clock;

    AuditLog(AuditRows rows, AuditStarts starts, DurableChange durable, InstantSource clock) {
        this.rows = rows;
        this.starts = starts;
        this.durable = durable;
        this.clock = clock;
    }

    /**
     * Writes down what somebody did. Within a transaction it becomes part of it: both are there or
     * neither is. Else it is durable on return. Control characters are replaced, whatever is too
     * long is cut.
     *
     * @param company whose log
     * @param actor who
     * @param action what
     * @param subject with what; never a secret
     * @param changes what is different since then; never a secret
     */
    public void record(
            CompanyId company,
            Actor actor,
            AuditAction action,
            String subject,
            List<AuditChange> changes) {
        durable.make(company, () -> append(company, draft(actor, action, subject, changes)));
    }

    /**
     * As {@link #record(CompanyId, Actor, AuditAction, String, List)}, where one thing changed.
     *
     * @param company whose log
     * @param actor who
     * @param action what
     * @param subject what it was done with; never a secret
     * @param before how it was; empty: it was not there
     * @param after how it is; empty: it is there no more
     */
    public void record(
            CompanyId company,
            Actor actor,
            AuditAction action,
            String subject,
            String before,
            String after) {
        record(company, actor, action, subject, List.of(new AuditChange("", before, after)));
    }

    /**
     * Writes down what is done in many small steps, or again and again, once in a while.
     *
     * @param company whose log
     * @param actor who
     * @param action what
     * @param subject with what; never a secret
     * @param pause for how long the same is not written again
     */
    public void recordOnce(
            CompanyId company, Actor actor, AuditAction action, String subject, Duration pause) {
        AuditRow same = draft(actor, action, subject, List.of());
        if (!rows.since(company, same.at().minus(pause), same)) {
            record(company, actor, action, subject, List.of());
        }
    }

    private AuditRow draft(
            Actor actor, AuditAction action, String subject, List<AuditChange> changes) {
        List<AuditChange> plain =
                changes.stream().limit(MOST_CHANGES).map(AuditChange::plain).toList();
        return new AuditRow(
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.plain(),
                action.name(),
                PlainText.of(subject, LONGEST_SUBJECT),
                JSON.writeValueAsString(plain),
                "");
    }

    private void append(CompanyId company, AuditRow draft) {
        AuditChain.End end = rows.lockedEnd(company);
        AuditRow row =
                new AuditRow(
                        end.number() + 1,
                        draft.at(),
                        draft.actor(),
                        draft.action(),
                        draft.subject(),
                        draft.changes(),
                        "");
        rows.add(company, end.next(company, row));
    }

    /**
     * A part of a company's log.
     *
     * @param company whose
     * @param wanted which entries
     * @param below the number below which they are; empty: the newest
     * @param limit how many, 1 to {@link #LONGEST_PAGE}
     * @return the newest first
     */
    public AuditPage page(CompanyId company, AuditFilter wanted, Optional<Long> below, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit is 1 to " + LONGEST_PAGE);
        }
        List<AuditEntry> found =
                rows.before(company, wanted, below.orElse(Long.MAX_VALUE), limit + 1).stream()
                        .map(AuditLog::entry)
                        .toList();
        List<AuditEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new AuditPage(
                shown,
                found.size() > limit ? Optional.of(shown.getLast().number()) : Optional.empty());
    }

    private static AuditEntry entry(AuditRow row) {
        return new AuditEntry(
                row.number(),
                row.at(),
                row.actor(),
                row.action(),
                row.subject(),
                changes(row.changes()),
                row.hash());
    }

    /** What somebody wrote over is still shown. */
    private static List<AuditChange> changes(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<AuditChange>>() {});
        } catch (JacksonException e) {
            return List.of(new AuditChange("", "", PlainText.of(json, LONGEST_SUBJECT)));
        }
    }

    /**
     * Where a company's log begins.
     *
     * @param company whose
     * @return empty: with its first entry; nothing was ever removed
     */
    public Optional<AuditStart> start(CompanyId company) {
        return starts.find(company);
    }

    /**
     * Reads a company's whole log, from where it begins.
     *
     * @param company whose
     * @return whether every entry is there as it was written
     */
    public ChainState verify(CompanyId company) {
        Optional<AuditStart> start = start(company);
        ChainState state = verify(company, start);
        // What is removed meanwhile moves the beginning.
        for (var now = start(company); !now.equals(start); now = start(company)) {
            start = now;
            state = verify(company, start);
        }
        return state;
    }

    private ChainState verify(CompanyId company, Optional<AuditStart> start) {
        Optional<AuditStart> unproven = start.filter(one -> !one.proven());
        return unproven.isPresent()
                ? new ChainState.Missing(unproven.get().removed())
                : verify(company, start.map(AuditStart::end).orElse(AuditChain.End.NOTHING));
    }

    private ChainState verify(CompanyId company, AuditChain.End from) {
        // First: what is added meanwhile is behind it.
        AuditChain.End end = rows.end(company);
        AuditChain chain = new AuditChain(company, from);
        long number = from.number();
        while (number < end.number()) {
            int most = (int) Math.min(STEPS, end.number() - number);
            List<AuditRow> some = rows.following(company, number, most);
            for (AuditRow row : some) {
                ChainState state = chain.step(row);
                if (!(state instanceof ChainState.Whole)) {
                    return state;
                }
                number = row.number();
            }
            if (some.isEmpty()) {
                break;
            }
        }
        ChainState state = chain.ends(end);
        boolean more = !rows.following(company, end.number(), 1).isEmpty();
        // What was written meanwhile has moved the end.
        boolean foreign = more && rows.end(company).equals(end);
        return foreign && state instanceof ChainState.Whole
                ? new ChainState.Changed(end.number() + 1)
                : state;
    }
}
