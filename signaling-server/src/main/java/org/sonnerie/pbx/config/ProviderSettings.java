package org.sonnerie.pbx.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who looks after a system of several companies.
 *
 * @param user SONNERIE_PROVIDER_USER: user name of a provider who is invited by a link in the ready
 *     line, until he has chosen a password; empty: nobody
 */
@ConfigurationProperties("sonnerie.provider")
public record ProviderSettings(@DefaultValue("") String user) {
    /** Without blanks around it. */
    public ProviderSettings {
        user = user.strip();
    }
}
