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
 * @param recording which calls are recorded
 */
public record CompanyFacts(
        String name,
        String country,
        String language,
        ZoneId timeZone,
        VoicemailRules voicemail,
        RecordingRules recording) {
    /**
     * With the usual mailboxes; it records nothing.
     *
     * @param name shown to people and sent as caller name
     * @param country ISO 3166-1 alpha-2, upper case
     * @param language BCP 47 primary language
     * @param timeZone where its day begins
     */
    public CompanyFacts(String name, String country, String language, ZoneId timeZone) {
        this(name, country, language, timeZone, VoicemailRules.USUAL, RecordingRules.NONE);
    }

    /**
     * The same with other rules.
     *
     * @param rules what holds for its mailboxes
     * @return new facts
     */
    public CompanyFacts with(VoicemailRules rules) {
        return new CompanyFacts(name, country, language, timeZone, rules, recording);
    }

    /**
     * The same with other rules.
     *
     * @param rules which calls are recorded
     * @return new facts
     */
    public CompanyFacts with(RecordingRules rules) {
        return new CompanyFacts(name, country, language, timeZone, voicemail, rules);
    }
}
