package org.sonnerie.pbx.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is: in a file of the data folder, or in PostgreSQL.
 *
 * @param url SONNERIE_DATABASE_URL: such as {@code jdbc:postgresql://db.example.org/sonnerie};
 *     empty: the file
 * @param user SONNERIE_DATABASE_USER: the role that works with the tables
 * @param password SONNERIE_DATABASE_PASSWORD: its password
 * @param owner SONNERIE_DATABASE_OWNER: the role that owns the tables and makes them at a start
 * @param ownerPassword SONNERIE_DATABASE_OWNER_PASSWORD: its password
 */
@ConfigurationProperties("sonnerie.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String owner,
        @DefaultValue("") String ownerPassword) {
    /**
     * Whether the data is in a file.
     *
     * @return false: in PostgreSQL
     */
    public boolean embedded() {
        return url.isBlank();
    }

    /** The address without what may be secret in it. */
    String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + place() + "]";
    }
}
