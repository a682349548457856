package org.sonnerie.pbx.tables;

import java.sql.Connection;
import java.sql.SQLException;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Whose rows a transaction sees on PostgreSQL.
 *
 * @param setting which the database's policies ask ({@code afterMigrate.sql})
 * @param text the company, or the work that is done across all
 */
record Scope(String setting, String text) {
    static Scope of(CompanyId company) {
        return new Scope("sonnerie.company", company.text());
    }

    static Scope across(ProviderWork work) {
        return new Scope("sonnerie.provider", work.text());
    }

    /** Until the transaction of this connection ends. */
    void enter(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, text);
            statement.execute();
        }
    }

    @Override
    public String toString() {
        return setting + " " + text;
    }
}
