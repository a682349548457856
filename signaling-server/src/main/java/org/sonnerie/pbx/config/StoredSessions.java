package org.sonnerie.pbx.config;

import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.session.DatabaseAdaptor;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.JDBCSessionDataStore;
import org.eclipse.jetty.session.JDBCSessionDataStore.SessionTableSchema;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionDataStore;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in in the database: pages go on with their calls after a restart of the
 * server without asking anybody for a password. While the database is away, those who were there
 * before stay signed in. A session that a newer version cannot read is over.
 */
@Component
@DependsOnDatabaseInitialization
final class StoredSessions
        implements WebServerFactoryCustomizer<JettyServletWebServerFactory>,
                SmartLifecycle,
                OpenSessions {
    /** The last access of a session that is used is not worth a write for every request. */
    private static final int SECONDS_BETWEEN_WRITES = 600;

    private final DataSource database;
    private @Nullable WebAppContext pages;

    StoredSessions(DataSource database) {
        this.database = database;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addConfigurations(new Storing());
    }

    private void storeSessionsOf(WebAppContext context) {
        pages = context;
        SessionHandler handler = context.getSessionHandler();
        DefaultSessionCache cache = new DefaultSessionCache(handler);
        cache.setRemoveUnloadableSessions(true);
        cache.setSessionDataStore(store());
        handler.setSessionCache(cache);
    }

    @Override
    public void end(String sessionId) {
        WebAppContext context = pages;
        if (context == null) {
            return;
        }
        ManagedSession session = context.getSessionHandler().getManagedSession(sessionId);
        if (session != null && session.isValid()) {
            session.invalidate();
        }
    }

    private SessionDataStore store() {
        DatabaseAdaptor adaptor = new DatabaseAdaptor();
        adaptor.setDatasource(database);
        JDBCSessionDataStore store = new JDBCSessionDataStore();
        store.setDatabaseAdaptor(adaptor);
        store.setSessionTableSchema(table());
        store.setSavePeriodSec(SECONDS_BETWEEN_WRITES);
        return store;
    }

    /** As the migration made it. */
    private static SessionTableSchema table() {
        SessionTableSchema table = new SessionTableSchema();
        table.setTableName("web_session");
        table.setIdColumn("session_id");
        table.setContextPathColumn("context_path");
        table.setVirtualHostColumn("virtual_host");
        table.setLastNodeColumn("last_node");
        table.setAccessTimeColumn("access_time");
        table.setLastAccessTimeColumn("last_access_time");
        table.setCreateTimeColumn("create_time");
        table.setCookieTimeColumn("cookie_time");
        table.setLastSavedTimeColumn("last_saved_time");
        table.setExpiryTimeColumn("expiry_time");
        table.setMaxIntervalColumn("max_interval");
        table.setMapColumn("attributes");
        return table;
    }

    @Override
    public void start() {
        // The web server starts the pages.
    }

    /** The sessions are written for the last time while the database is still open. */
    @Override
    public void stop() {
        LifeCycle.stop(pages);
    }

    @Override
    public boolean isRunning() {
        return pages != null && pages.isRunning();
    }

    /** After the last request was answered, before all that pages use. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 4096;
    }

    private final class Storing extends AbstractConfiguration {
        Storing() {
            super(new Builder());
        }

        @Override
        public void configure(WebAppContext context) {
            storeSessionsOf(context);
        }
    }
}
