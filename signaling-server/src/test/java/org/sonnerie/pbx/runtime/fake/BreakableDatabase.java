package org.sonnerie.pbx.runtime.fake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be taken away and given back. */
public final class BreakableDatabase extends DelegatingDataSource {
    private volatile boolean failing;
    private volatile boolean broken;
    private volatile CountDownLatch holding = new CountDownLatch(0);

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

    /** Lets everybody wait who wants a connection, until it is released. */
    public void hold() {
        holding = new CountDownLatch(1);
    }

    public void release() {
        holding.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken) {
            throw new IllegalStateException("the pool is broken, on purpose");
        }
        if (failing) {
            throw new SQLException("the database is away");
        }
        try {
            holding.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
        return super.getConnection();
    }
}
