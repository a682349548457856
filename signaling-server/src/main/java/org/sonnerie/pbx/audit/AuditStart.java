package org.sonnerie.pbx.audit;

import java.time.Instant;

/**
 * Where a company's log begins since its oldest entries went.
 *
 * @param removed how many went; the last one's number
 * @param at when the last one was written
 * @param hash of the last one: the chain goes on from it
 * @param proven false: it is not as this server sealed it
 */
public record AuditStart(long removed, Instant at, String hash, boolean proven) {
    AuditChain.End end() {
        return new AuditChain.End(removed, hash);
    }
}
