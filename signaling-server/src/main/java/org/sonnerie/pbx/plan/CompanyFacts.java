package org.sonnerie.pbx.plan;

import java.time.ZoneId;

/**
 * What is true of a company as a whole.
 *
 * @param name shown to people and sent as caller name
 * @param country ISO 3166-1 alpha-2, upper case: gives dialling rules and tones
 * @param language BCP 47 primary language of the prompts, such as {@code en}
 * @param timeZone where its day begins
 * @param voicemail what holds for its mailboxes
 */
public record CompanyFacts(
        String name, String country, String language, ZoneId timeZone, VoicemailRules voicemail) {
    /**
     * With the usual mailboxes.
     *
     * @param name shown to people and sent as caller name
     * @param country ISO 3166-1 alpha-2, upper case
     * @param language BCP 47 primary language
     * @param timeZone where its day begins
     */
    public CompanyFacts(String name, String country, String language, ZoneId timeZone) {
        this(name, country, language, timeZone, VoicemailRules.USUAL);
    }
}
