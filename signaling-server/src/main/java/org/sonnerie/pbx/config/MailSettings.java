package org.sonnerie.pbx.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent.
 *
 * @param host SONNERIE_SMTP_HOST: the server that takes it; empty: no mail is sent
 * @param port SONNERIE_SMTP_PORT
 * @param user SONNERIE_SMTP_USER; empty: without log-in
 * @param password SONNERIE_SMTP_PASSWORD
 * @param tls SONNERIE_SMTP_TLS
 * @param from SONNERIE_SMTP_FROM: the address it comes from
 * @param pages SONNERIE_MAIL_PAGES: where people open the pages, such as {@code
 *     https://phone.example.org}; empty: mails have no link
 */
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("") String from,
        @DefaultValue("") String pages) {
    /** Refuses to send from nobody. */
    public MailSettings {
        if (!host.isBlank() && from.indexOf('@') < 1) {
            throw new IllegalArgumentException(
                    "SONNERIE_SMTP_FROM must be the address that mail comes from");
        }
    }

    /** How the way to the server is sealed. */
    public enum Tls {
        /** Asked for after the greeting, and demanded. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all. */
        NONE
    }

    /**
     * Whether mail is sent.
     *
     * @return false: nothing is queued either
     */
    public boolean wanted() {
        return !host.isBlank();
    }

    /**
     * Whether a mail can lead to a page.
     *
     * @return false: no mail is sent, or nobody said where the pages are
     */
    public boolean canLink() {
        return wanted() && !pages.isBlank();
    }

    /**
     * Where people open a page.
     *
     * @param path begins with a slash; or nothing
     * @return its address; without the host where that is not set
     */
    public String page(String path) {
        return (pages.endsWith("/") ? pages.substring(0, pages.length() - 1) : pages) + path;
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + " " + tls + "]";
    }
}
