package org.sonnerie.pbx.plan;

/**
 * A number of the company on the public network (DID).
 *
 * @param e164 "+" and 7 to 15 digits
 * @param destination where a call to it goes
 */
public record PublicNumber(String e164, Destination destination) {}
