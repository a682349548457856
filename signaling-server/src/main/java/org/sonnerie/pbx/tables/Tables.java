package org.sonnerie.pbx.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the tables. Whoever asks says whose rows he wants; on PostgreSQL the database
 * itself then shows and takes no others, whatever the statement says. Thread safe.
 */
@Component
public class Tables {
    private static final int MOST_TRIES = 5;

    /** Of the transaction that runs in this thread. */
    private static final ScopedValue<Scope> TOGETHER = ScopedValue.newInstance();

    private final DataSource database;
    private final JdbcTemplate plain;
    private final TransactionTemplate transactions;
    private final boolean walled;

    /**
     * The tables of a database.
     *
     * @param database where they are
     * @param manager of its transactions
     * @param settings whether it can see to companies itself
     */
    public Tables(
            DataSource database, PlatformTransactionManager manager, DatabaseSettings settings) {
        this.database = database;
        this.plain = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(manager);
        this.walled = !settings.embedded();
    }

    /**
     * The rows of one company.
     *
     * @param company whose
     * @return each of its statements holds by itself, unless it is made {@link #together}
     */
    public JdbcClient of(CompanyId company) {
        return client(Scope.of(company));
    }

    /**
     * The rows of all companies.
     *
     * @param work for what
     * @return as {@link #of}
     */
    public JdbcClient across(ProviderWork work) {
        return client(Scope.across(work));
    }

    private JdbcClient client(Scope scope) {
        return JdbcClient.create(new ScopedTemplate(database, this, scope));
    }

    /**
     * Several statements for one company that hold together: all or none.
     *
     * @param <T> what they give
     * @param company whose rows; statements for others are refused meanwhile
     * @param statements done in this thread
     * @return what they gave
     */
    public <T extends @Nullable Object> T together(CompanyId company, Supplier<T> statements) {
        Scope scope = Scope.of(company);
        return begun(scope) ? statements.get() : transaction(scope, statements);
    }

    /**
     * Several statements for one company that hold together: all or none.
     *
     * @param company whose rows; statements for others are refused meanwhile
     * @param statements done in this thread
     */
    public void together(CompanyId company, Runnable statements) {
        this.<@Nullable Object>together(
                company,
                () -> {
                    statements.run();
                    return null;
                });
    }

    /**
     * As {@link #together(CompanyId, Runnable)}, for statements that add to rows which others add
     * to at the same time: what was refused for their sake is done once more. A {@code merge} of
     * PostgreSQL does not wait for a row that another transaction is making.
     *
     * @param company whose rows
     * @param statements may be done more than once, of which one time counts
     */
    public void atTheSameTime(CompanyId company, Runnable statements) {
        for (int tries = 1; ; tries++) {
            try {
                together(company, statements);
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException others) {
                if (begun() || tries == MOST_TRIES) {
                    throw others;
                }
            }
        }
    }

    /** One statement, in the transaction that runs, or in its own where the database wants one. */
    <T extends @Nullable Object> T one(Scope scope, Supplier<T> statement) {
        return begun(scope) || !walled ? statement.get() : transaction(scope, statement);
    }

    /** Whether a transaction runs in this thread. */
    static boolean begun() {
        return TOGETHER.isBound();
    }

    private static boolean begun(Scope scope) {
        if (!begun()) {
            return false;
        }
        if (!TOGETHER.get().equals(scope)) {
            throw new IllegalStateException(
                    "a transaction of %s asks for rows of %s".formatted(TOGETHER.get(), scope));
        }
        return true;
    }

    private <T extends @Nullable Object> T transaction(Scope scope, Supplier<T> statements) {
        try {
            return ScopedValue.where(TOGETHER, scope)
                    .call(() ->
                            transactions.execute(_ -> {
                                enter(scope);
                                return statements.get();
                            }));
        } catch (TransactionException away) {
            throw new DataAccessResourceFailureException("no transaction is possible", away);
        }
    }

    private void enter(Scope scope) {
        if (walled) {
            plain.execute(
                    (ConnectionCallback<@Nullable Object>)
                            connection -> {
                                scope.enter(connection);
                                return null;
                            });
        }
    }

    /**
     * For whoever has a connection and a transaction of his own.
     *
     * @param connection in whose transaction the rows of all companies are seen from now on
     * @param work for what
     * @throws SQLException if the database does not take it
     */
    public static void enter(Connection connection, ProviderWork work) throws SQLException {
        if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
            Scope.across(work).enter(connection);
        }
    }
}
