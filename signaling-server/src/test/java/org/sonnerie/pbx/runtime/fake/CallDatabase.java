package org.sonnerie.pbx.runtime.fake;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sonnerie.pbx.fake.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real database that belongs to a folder, with the product's tables. */
public final class CallDatabase implements AutoCloseable {
    private final Path folder;
    private final HikariDataSource pool;
    private final JdbcClient outside;

    public CallDatabase(Path folder) {
        this.folder = folder;
        this.pool = TestDatabase.open(folder);
        this.outside = TestDatabase.outside(folder);
    }

    public DataSource source() {
        return pool;
    }

    /** Changes rows as nobody but a test does; gives how many. */
    public int change(String sql, Object... parameters) {
        return outside.sql(sql).params(parameters).update();
    }

    /** The first column of what is found. */
    public List<String> texts(String sql, Object... parameters) {
        return outside.sql(sql).params(parameters).query((row, _) -> row.getString(1)).list();
    }

    @Override
    public void close() {
        pool.close();
        TestDatabase.drop(folder);
    }
}
