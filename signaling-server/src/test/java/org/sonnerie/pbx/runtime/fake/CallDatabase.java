package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real H2 in a folder, with the product's tables. */
public final class CallDatabase implements AutoCloseable {
    private final JdbcConnectionPool pool;

    public CallDatabase(Path folder) {
        pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:async:" + folder.resolve("test") + ";WRITE_DELAY=0", "sa", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/common")
                .load()
                .migrate();
    }

    public DataSource source() {
        return pool;
    }

    /** Changes rows as nobody but a test does; gives how many. */
    public int change(String sql, Object... parameters) {
        return JdbcClient.create(pool).sql(sql).params(parameters).update();
    }

    /** The first column of what is found. */
    public List<String> texts(String sql, Object... parameters) {
        return JdbcClient.create(pool)
                .sql(sql)
                .params(parameters)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
