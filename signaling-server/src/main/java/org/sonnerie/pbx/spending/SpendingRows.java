package org.sonnerie.pbx.spending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** What companies may spend and have spent, in the database. */
@Repository
class SpendingRows {
    private final Tables tables;

    SpendingRows(Tables tables) {
        this.tables = tables;
    }

    /** What a company spent in a day. */
    record Day(CompanyId company, LocalDate day, Amount sum) {}

    /** The days of all companies since one. */
    List<Day> since(LocalDate first) {
        return tables.across(ProviderWork.START)
                .sql("select company_id, on_day, spent from spending_day where on_day >= ?")
                .param(first)
                .query((row, _) -> day(row))
                .list();
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                new CompanyId(row.getString("company_id")),
                row.getObject("on_day", LocalDate.class),
                new Amount(row.getLong("spent")));
    }

    /** A company's days since one, the newest first. */
    Map<LocalDate, Amount> since(CompanyId company, LocalDate first) {
        Map<LocalDate, Amount> days = new TreeMap<>(Comparator.reverseOrder());
        tables.of(company)
                .sql(
                        "select company_id, on_day, spent from spending_day where company_id = ?"
                                + " and on_day >= ?")
                .params(company.text(), first)
                .query((row, _) -> day(row))
                .list()
                .forEach(one -> days.put(one.day(), one.sum()));
        return days;
    }

    /** Puts a day's sum in the place of the one that stood there. */
    void put(Day day) {
        tables.of(day.company())
                .sql(
                        "merge into spending_day as t using (select cast(? as varchar(64)) as"
                                + " company_id, cast(? as date) as on_day, cast(? as bigint) as"
                                + " spent) as s on t.company_id = s.company_id and t.on_day ="
                                + " s.on_day when matched then update set spent = s.spent when not"
                                + " matched then insert (company_id, on_day, spent) values"
                                + " (s.company_id, s.on_day, s.spent)")
                .params(day.company().text(), day.day(), day.sum().micros())
                .update();
    }

    /** A company's own limit. */
    record Limit(CompanyId company, Amount daily) {}

    List<Limit> limits() {
        return tables.across(ProviderWork.START)
                .sql("select company_id, daily from spending_limit")
                .query((row, _) ->
                        new Limit(
                                new CompanyId(row.getString("company_id")),
                                new Amount(row.getLong("daily"))))
                .list();
    }

    /** Empty: the one of all. */
    void limit(CompanyId company, Optional<Amount> daily) {
        tables.of(company)
                .sql("delete from spending_limit where company_id = ?")
                .param(company.text())
                .update();
        daily.ifPresent(limit ->
                tables.of(company)
                        .sql("insert into spending_limit (company_id, daily) values (?," + " ?)")
                        .params(company.text(), limit.micros())
                        .update());
    }
}
