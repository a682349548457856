package org.sonnerie.pbx.audit;

import java.time.Instant;

/**
 * An entry as it is kept; what the hash covers, letter by letter.
 *
 * @param number 1 is the company's first
 * @param at when, to the microsecond
 * @param actor who
 * @param action the name of what
 * @param subject with what
 * @param changes a JSON array
 * @param hash in hexadecimal digits
 */
record AuditRow(
        long number,
        Instant at,
        Actor actor,
        String action,
        String subject,
        String changes,
        String hash) {
    AuditRow sealed(String all) {
        return new AuditRow(number, at, actor, action, subject, changes, all);
    }
}
