package org.sonnerie.pbx.config;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what was committed on the disk before somebody is told that it is saved. */
@Component
public class Durability {
    private final JdbcClient jdbc;

    Durability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when all that was committed so far survives a power cut (H2 by itself does not). */
    public void force() {
        jdbc.sql("checkpoint sync").update();
    }
}
