package org.sonnerie.pbx.contacts;

import java.util.Arrays;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.OutsideNumbers;
import org.sonnerie.pbx.privacy.TraceKind;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Whoever has a number in people's address books. Erased with all that stands there. */
@Repository
class ContactTraces implements NumberTraces {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tables tables;
    private final Plans plans;

    ContactTraces(Tables tables, Plans plans) {
        this.tables = tables;
        this.plans = plans;
    }

    private record Entry(String person, String id, List<Contact.PhoneNumber> numbers) {
        boolean has(CompanyPlan plan, String number) {
            return numbers.stream()
                    .flatMap(one -> OutsideNumbers.whole(plan, one.number()).stream())
                    .anyMatch(number::equals);
        }
    }

    @Override
    public TraceKind kind() {
        return TraceKind.CONTACTS;
    }

    @Override
    public int count(CompanyId company, String number) {
        return of(company, number).size();
    }

    @Override
    public int erase(CompanyId company, String number) {
        List<Entry> found = of(company, number);
        for (Entry one : found) {
            tables.of(company)
                    .sql("delete from contact where company_id = ? and person_id = ? and id = ?")
                    .params(company.text(), one.person(), one.id())
                    .update();
        }
        return found.size();
    }

    /** Each of the company's is read: a number can be written in many ways. */
    private List<Entry> of(CompanyId company, String number) {
        CompanyPlan plan = plans.current(company);
        return tables
                .of(company)
                .sql("select person_id, id, numbers from contact where company_id = ?")
                .param(company.text())
                .query((row, _) ->
                        new Entry(row.getString(1), row.getString(2), numbers(row.getString(3))))
                .list()
                .stream()
                .filter(one -> one.has(plan, number))
                .toList();
    }

    private static List<Contact.PhoneNumber> numbers(String text) {
        return Arrays.asList(JSON.readValue(text, Contact.PhoneNumber[].class));
    }
}
