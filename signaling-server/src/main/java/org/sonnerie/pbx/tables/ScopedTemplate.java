package org.sonnerie.pbx.tables;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Each statement sees the rows of a scope. These are the methods in which all others of a {@code
 * JdbcClient} end; one that was missed would see no rows at all.
 */
final class ScopedTemplate extends JdbcTemplate {
    private final Tables tables;
    private final Scope scope;

    ScopedTemplate(DataSource database, Tables tables, Scope scope) {
        super(database);
        this.tables = tables;
        this.scope = scope;
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement,
            @Nullable PreparedStatementSetter parameters,
            ResultSetExtractor<T> rows) {
        return tables.one(scope, () -> super.query(statement, parameters, rows));
    }

    @Override
    protected int update(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter parameters) {
        return tables.one(scope, () -> super.update(statement, parameters));
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        return tables.one(scope, () -> super.update(statement, keys));
    }

    /** Rows that are read when the transaction is over would be nobody's. */
    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator statement,
            @Nullable PreparedStatementSetter parameters,
            RowMapper<T> row) {
        throw new UnsupportedOperationException("ask for a list");
    }
}
