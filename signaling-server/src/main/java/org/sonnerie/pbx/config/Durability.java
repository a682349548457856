package org.sonnerie.pbx.config;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what was committed on the disk before somebody is told that it is saved. */
@Component
public class Durability {
    private final JdbcClient jdbc;
    private final DatabaseSettings settings;

    Durability(JdbcClient jdbc, DatabaseSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Returns when all that was committed so far survives a power cut. PostgreSQL saw to it at the
     * commit; H2 by itself does not.
     */
    public void force() {
        if (settings.embedded()) {
            jdbc.sql("checkpoint sync").update();
        }
    }
}
