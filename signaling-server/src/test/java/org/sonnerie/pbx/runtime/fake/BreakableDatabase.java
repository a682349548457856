package org.sonnerie.pbx.runtime.fake;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be taken away and given back. */
public final class BreakableDatabase extends DelegatingDataSource {
    private volatile boolean failing;
    private volatile boolean broken;

    public BreakableDatabase(DataSource database) {
        super(database);
    }

    public void fail(boolean fails) {
        failing = fails;
    }

    /** Whether it fails as no database should. */
    public void breakDown(boolean breaks) {
        broken = breaks;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken) {
            throw new IllegalStateException("the pool is broken, on purpose");
        }
        if (failing) {
            throw new SQLException("the database is away");
        }
        return super.getConnection();
    }
}
