package org.sonnerie.pbx.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: a file in the data folder, or PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class Database {
    /** Migrations change the rows of all, which even their owner does not see otherwise. */
    static final String OF_ALL_COMPANIES = "set sonnerie.provider = 'migration'";

    static final String FILE_USER = "sonnerie";

    /** The address of the file database of a folder. */
    static String file(Path folder) {
        return "jdbc:h2:async:" + folder.resolve("sonnerie") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    @Bean
    HikariDataSource dataSource(SonnerieProperties properties, DatabaseSettings settings) {
        DataFolder.prepare(properties.dataFolder());
        return settings.embedded() ? embedded(properties) : Postgres.open(settings);
    }

    private static HikariDataSource embedded(SonnerieProperties properties) {
        HikariConfig config = new HikariConfig();
        // async: an interrupted thread in a file: database closes it for everybody. WRITE_DELAY=0:
        // by default H2 loses what it acknowledged when the process is killed. Closed by the pool.
        config.setJdbcUrl(file(properties.dataFolder()) + ";WRITE_DELAY=0");
        config.setUsername(FILE_USER);
        config.setPoolName("database");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** On PostgreSQL the tables are made by their owner, who lets the other role work with them. */
    @Bean
    FlywayConfigurationCustomizer migrations(DatabaseSettings settings) {
        return flyway -> {
            if (!settings.embedded()) {
                flyway.dataSource(settings.url(), settings.owner(), settings.ownerPassword())
                        .placeholders(Map.of("application", settings.user()))
                        .initSql(OF_ALL_COMPANIES);
            }
        };
    }
}
