package org.sonnerie.pbx.config;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sleeping browsers are woken.
 *
 * @param contact SONNERIE_PUSH_CONTACT: a mailto: or https: address for those who run push
 *     services; empty: none is told, which some of them refuse
 * @param inside SONNERIE_PUSH_INSIDE: push services may be reached by http and at private addresses
 */
@ConfigurationProperties("sonnerie.push")
public record PushSettings(
        @DefaultValue("") String contact, @DefaultValue("false") boolean inside) {
    /** Refuses what is no contact (RFC 8292, section 2.1). */
    public PushSettings {
        if (!contact.isBlank() && !contact.matches("(mailto:|https:).+")) {
            throw new IllegalArgumentException(
                    "SONNERIE_PUSH_CONTACT must begin with mailto: or https:");
        }
    }

    /**
     * Who is told to push services.
     *
     * @return empty: nobody
     */
    public Optional<String> toldContact() {
        return Optional.of(contact).filter(text -> !text.isBlank());
    }
}
