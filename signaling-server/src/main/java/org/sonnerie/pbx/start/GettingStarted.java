package org.sonnerie.pbx.start;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Component;

/**
 * Which companies are shown how to set themselves up, and which steps of it they skip. How far they
 * are is not kept here: that is asked of what they have. Thread safe.
 */
@Component
public class GettingStarted {
    private final Tables tables;
    private final DurableChange changes;

    GettingStarted(Tables tables, DurableChange changes) {
        this.tables = tables;
        this.changes = changes;
    }

    /**
     * A company is new, or wants to be shown it again; nothing is skipped.
     *
     * @param company which
     */
    public void begin(CompanyId company) {
        changes.make(company, () -> put(company, Set.of()));
    }

    /**
     * What a company skips.
     *
     * @param company which
     * @return words of steps; empty: it is not shown how to set itself up
     */
    public Optional<Set<String>> skipped(CompanyId company) {
        return tables.of(company)
                .sql("select skipped from getting_started where company_id = ?")
                .param(company.text())
                .query(String.class)
                .optional()
                .map(text ->
                        Arrays.stream(text.split(" ", -1))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A step is not for this company.
     *
     * @param company which
     * @param step its word
     */
    public void skip(CompanyId company, String step) {
        change(company, words -> words.add(step));
    }

    /**
     * A step is for this company after all.
     *
     * @param company which
     * @param step its word
     */
    public void resume(CompanyId company, String step) {
        change(company, words -> words.remove(step));
    }

    /**
     * It is not shown any more.
     *
     * @param company which
     */
    public void putAway(CompanyId company) {
        changes.make(company, () -> remove(company));
    }

    /** One after the other: each begins with what the one before left. */
    private synchronized void change(CompanyId company, Consumer<Set<String>> how) {
        changes.make(
                company,
                () ->
                        skipped(company)
                                .ifPresent(before -> {
                                    Set<String> words = new TreeSet<>(before);
                                    how.accept(words);
                                    put(company, words);
                                }));
    }

    private void put(CompanyId company, Set<String> words) {
        remove(company);
        tables.of(company)
                .sql("insert into getting_started (company_id, skipped) values (?, ?)")
                .params(company.text(), String.join(" ", words))
                .update();
    }

    private void remove(CompanyId company) {
        tables.of(company)
                .sql("delete from getting_started where company_id = ?")
                .param(company.text())
                .update();
    }
}
