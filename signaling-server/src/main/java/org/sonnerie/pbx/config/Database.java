package org.sonnerie.pbx.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The embedded database, a file in the data folder. */
@Configuration(proxyBeanMethods = false)
class Database {
    @Bean
    HikariDataSource dataSource(SonnerieProperties properties) {
        DataFolder.prepare(properties.dataFolder());
        HikariConfig config = new HikariConfig();
        // async: an interrupted thread in a file: database closes it for everybody. WRITE_DELAY=0:
        // by default H2 loses what it acknowledged when the process is killed. Closed by the pool.
        config.setJdbcUrl(
                "jdbc:h2:async:"
                        + properties.dataFolder().resolve("sonnerie")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        config.setUsername("sonnerie");
        config.setPoolName("database");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Where several statements must hold together. */
    @Bean
    TransactionOperations transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
