package org.sonnerie.pbx.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Component;

/** The companies there are. Thread safe. */
@Component
public class Companies {
    private final Tables tables;
    private final InstantSource clock;

    Companies(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * All companies, for the provider's own work.
     *
     * @return in the order of their names
     */
    public List<Company> all() {
        return tables.across(ProviderWork.START)
                .sql("select id, name from company order by name, id")
                .query(Companies::read)
                .list();
    }

    private static Company read(ResultSet row, int number) throws SQLException {
        return new Company(new CompanyId(row.getString("id")), row.getString("name"));
    }

    /**
     * One company, for the provider's own work.
     *
     * @param id which
     * @return empty: there is none
     */
    public Optional<Company> find(String id) {
        return tables.across(ProviderWork.START)
                .sql("select id, name from company where id = ?")
                .param(id)
                .query(Companies::read)
                .optional();
    }

    /**
     * Gives a company another name.
     *
     * @param company as it shall be
     */
    public void rename(Company company) {
        tables.of(company.id())
                .sql("update company set name = ? where id = ?")
                .params(company.name(), company.id().text())
                .update();
    }

    /**
     * Adds a company.
     *
     * @param company a new one
     */
    public void add(Company company) {
        tables.of(company.id())
                .sql("insert into company (id, name, created_at) values (?, ?, ?)")
                .params(
                        company.id().text(),
                        company.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
