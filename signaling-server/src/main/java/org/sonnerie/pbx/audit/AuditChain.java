package org.sonnerie.pbx.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Walks along a company's entries and tells where they are not as they were written. Each entry's
 * hash is SHA-256 over the hash before it, the company and all of the entry, every part led in by
 * its length, so that no two entries are written alike. NOT thread safe.
 */
final class AuditChain {
    private static final String FORM = "sonnerie-audit-1";

    private final CompanyId company;
    private final long before;
    private long number;
    private String hash;

    /**
     * From the beginning of what there is.
     *
     * @param from the last of those that were removed; {@link End#NOTHING}: none ever was
     */
    AuditChain(CompanyId company, End from) {
        this.company = company;
        this.before = from.number();
        this.number = from.number();
        this.hash = from.hash();
    }

    /** Where a walk stands, or the end of what was ever written. */
    record End(long number, String hash) {
        static final End NOTHING = new End(0, "");

        AuditRow next(CompanyId company, AuditRow row) {
            return row.sealed(hashOf(company, hash, row));
        }
    }

    /**
     * Goes on to an entry.
     *
     * @param row the next one there is
     * @return whether it is the next one that was written
     */
    ChainState step(AuditRow row) {
        if (row.number() != number + 1) {
            return new ChainState.Missing(number + 1);
        }
        if (!hashOf(company, hash, row).equals(row.hash())) {
            return new ChainState.Changed(row.number());
        }
        number = row.number();
        hash = row.hash();
        return new ChainState.Whole(number - before, hash);
    }

    /**
     * Looks whether the last entry there is was the last one written.
     *
     * @param end what was written last
     * @return whether the walk ended there
     */
    ChainState ends(End end) {
        if (number < end.number()) {
            return new ChainState.Missing(number + 1);
        }
        return number == end.number() && hash.equals(end.hash())
                ? new ChainState.Whole(number - before, hash)
                : new ChainState.Changed(number);
    }

    private static String hashOf(CompanyId company, String before, AuditRow row) {
        MessageDigest digest = sha256();
        Actor actor = row.actor();
        for (String part :
                List.of(
                        FORM,
                        before,
                        company.text(),
                        String.valueOf(row.number()),
                        row.at().toString(),
                        actor.person(),
                        actor.name(),
                        actor.token(),
                        actor.address(),
                        row.action(),
                        row.subject(),
                        row.changes())) {
            byte[] octets = part.getBytes(StandardCharsets.UTF_8);
            digest.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(octets);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
