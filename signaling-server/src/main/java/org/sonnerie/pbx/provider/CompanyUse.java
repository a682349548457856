package org.sonnerie.pbx.provider;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.company.Terms;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallCounts;
import org.springframework.stereotype.Component;

/** How much of its limits each company uses. Thread safe. */
@Component
class CompanyUse {
    private final Companies companies;
    private final CompanyTerms terms;
    private final People people;
    private final Published published;
    private final CallCounts calls;

    CompanyUse(
            Companies companies,
            CompanyTerms terms,
            People people,
            Published published,
            CallCounts calls) {
        this.companies = companies;
        this.terms = terms;
        this.people = people;
        this.published = published;
        this.calls = calls;
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
     */
    record Row(
            String id, String name, boolean suspended, Share people, Share numbers, Share calls) {}

    /**
     * Of what there may be.
     *
     * @param used how much there is
     * @param limit empty: there is none
     */
    record Share(long used, OptionalInt limit) {
        /** The words: {@code provider.share} with the limit, or the number alone. */
        public String text() {
            return limit.isPresent() ? used + " / " + limit.getAsInt() : String.valueOf(used);
        }

        public boolean full() {
            return limit.isPresent() && used >= limit.getAsInt();
        }
    }

    List<Row> rows() {
        Map<CompanyId, Integer> counts = people.counts();
        return companies.all().stream().map(one -> row(one, counts)).toList();
    }

    Row row(Company company) {
        return row(company, people.counts());
    }

    private Row row(Company company, Map<CompanyId, Integer> counts) {
        CompanyId id = company.id();
        Terms its = terms.of(id);
        int numbers = published.find(id).map(plan -> plan.outside().numbers().size()).orElse(0);
        return new Row(
                id.text(),
                company.name(),
                its.suspended(),
                new Share(counts.getOrDefault(id, 0), its.limits().people()),
                new Share(numbers, its.limits().numbers()),
                new Share(calls.liveNow(id), its.limits().calls()));
    }
}
