package org.sonnerie.pbx.provider;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.company.Terms;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallCounts;
import org.springframework.stereotype.Component;

/** How much of its limits each company uses. Thread safe. */
@Component
public class CompanyUse {
    private final Companies companies;
    private final CompanyTerms terms;
    private final People people;
    private final Published published;
    private final CallCounts calls;
    private final Storage storage;

    CompanyUse(
            Companies companies,
            CompanyTerms terms,
            People people,
            Published published,
            CallCounts calls,
            Storage storage) {
        this.companies = companies;
        this.terms = terms;
        this.people = people;
        this.published = published;
        this.calls = calls;
        this.storage = storage;
    }

    /**
     * A company as lists show it.
     *
     * @param id names it
     * @param name as its people know it
     * @param suspended it can do nothing
     * @param people who may sign in
     * @param numbers public ones in force
     * @param calls now
     * @param megabytes of sound kept
     */
    public record Row(
            String id,
            String name,
            boolean suspended,
            Share people,
            Share numbers,
            Share calls,
            Share megabytes) {}

    /**
     * Of what there may be.
     *
     * @param used how much there is
     * @param limit empty: there is none
     */
    public record Share(long used, OptionalInt limit) {
        /**
         * Both in figures.
         *
         * @return such as {@code 4 / 10}; the first alone where there is no limit
         */
        public String text() {
            return limit.isPresent() ? used + " / " + limit.getAsInt() : String.valueOf(used);
        }

        /**
         * Whether there can be no more.
         *
         * @return true: as much as there may be
         */
        public boolean full() {
            return limit.isPresent() && used >= limit.getAsInt();
        }
    }

    List<Row> rows() {
        Map<CompanyId, Integer> counts = people.counts();
        return companies.all().stream()
                .map(one -> row(one, counts.getOrDefault(one.id(), 0)))
                .toList();
    }

    Row row(Company company) {
        return row(company, people.count(company.id()));
    }

    /**
     * One company, for its administrator.
     *
     * @param company which
     * @return what it uses of what it may have
     */
    public Row of(CompanyId company) {
        return row(companies.find(company.text()).orElseThrow());
    }

    private Row row(Company company, int accounts) {
        CompanyId id = company.id();
        Terms its = terms.of(id);
        int numbers = published.find(id).map(plan -> plan.outside().numbers().size()).orElse(0);
        return new Row(
                id.text(),
                company.name(),
                its.suspended(),
                new Share(accounts, its.limits().people()),
                new Share(numbers, its.limits().numbers()),
                new Share(calls.liveNow(id), its.limits().calls()),
                new Share(megabytes(id), its.limits().megabytes()));
    }

    /** Begun ones count. */
    private long megabytes(CompanyId company) {
        return Math.ceilDiv(storage.used(company), Storage.MEGABYTE);
    }
}
