package org.sonnerie.pbx.history;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The tables {@code call_record_number} and {@code call_number}. */
@Repository
class CallNumberRows {
    private static final int LONGEST = 64;
    private static final String MERGE =
            """
            merge into call_number t using (values (cast(:company as varchar(64)),
                cast(:dialable as varchar(64)))) as s (company_id, dialable)
            on t.company_id = s.company_id and t.dialable = s.dialable
            when matched then update set calls = t.calls + 1
            when not matched then insert (company_id, dialable, calls)
                values (:company, :dialable, 1)\
            """;

    private final Tables tables;

    CallNumberRows(Tables tables) {
        this.tables = tables;
    }

    /**
     * A number that calls have.
     *
     * @param dialable its signs
     * @param calls how many have it
     */
    record Known(String dialable, long calls) {}

    /** The numbers in a call, each once, as they are looked for. */
    static List<String> in(CallRecord call) {
        Stream<String> ofLegs = call.legs().stream().map(leg -> leg.who().number());
        Stream<String> others =
                Stream.of(
                        call.caller().number(), call.way().dialled(), call.way().ledTo().number());
        return Stream.concat(others, ofLegs)
                .map(CallFilter::dialable)
                .filter(number -> !number.isEmpty())
                .map(number -> number.substring(0, Math.min(LONGEST, number.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Writes the numbers of a call that was not counted before. */
    void add(CallRecord call) {
        for (String number : in(call)) {
            tables.of(call.company())
                    .sql(MERGE)
                    .param("company", call.company().text())
                    .param("dialable", number)
                    .update();
            tables.of(call.company())
                    .sql(
                            "insert into call_record_number (call_id, dialable, company_id,"
                                    + " began_at) values (?, ?, ?, ?)")
                    .params(
                            call.call().text(),
                            number,
                            call.company().text(),
                            call.time().began().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The numbers that hold some signs. */
    Collection<Known> holding(CompanyId company, String signs, int most) {
        return tables.of(company)
                .sql(
                        "select dialable, calls from call_number where company_id = ? and dialable"
                                + " like ? limit ?")
                .params(company.text(), "%" + signs + "%", most)
                .query((row, _) -> new Known(row.getString(1), row.getLong(2)))
                .list();
    }
}
