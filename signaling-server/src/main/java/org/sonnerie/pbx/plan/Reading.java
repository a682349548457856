package org.sonnerie.pbx.plan;

/**
 * What somebody dialled, read against a plan.
 *
 * @param destination where it leads
 * @param rule why it leads there
 */
public record Reading(Destination destination, Rule rule) {
    /** The rules of reading, in the order in which they are tried. */
    public enum Rule {
        /** It is an emergency number of the country: always out, before anything else. */
        EMERGENCY,
        /** It is somebody's or something's extension. */
        EXTENSION,
        /** It is a code such as {@code *43}. */
        CODE,
        /** It is the full name of exactly one person, group, menu or room. */
        NAME,
        /** It is a short number of the country. */
        SHORT_NUMBER,
        /** It is one of the company's own public numbers: stays inside. */
        OWN_NUMBER,
        /** It is a number of the company's country. */
        NATIONAL,
        /** It is a number of another country that is open. */
        INTERNATIONAL,
        /** It is a number of another country that is not open. */
        CLOSED,
        /** It is dear (premium rate, satellite, enquiries) and not opened by name. */
        PREMIUM_RATE,
        /** It is none of these. */
        NOTHING_MATCHES
    }
}
