package org.sonnerie.pbx.company;

import java.util.OptionalInt;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much sound is kept for companies, and whether there is room for more. Thread safe. */
@Component
public class Storage {
    /** As limits count it. */
    public static final long MEGABYTE = 1_000_000;

    private final CompanyTerms terms;
    private final ObjectProvider<StorageUse> kinds;

    Storage(CompanyTerms terms, ObjectProvider<StorageUse> kinds) {
        this.terms = terms;
        this.kinds = kinds;
    }

    /**
     * What is kept of all kinds together.
     *
     * @param company whose
     * @return bytes
     */
    public long used(CompanyId company) {
        return kinds.stream().mapToLong(kind -> kind.bytes(company)).sum();
    }

    /**
     * Whether nothing more is kept, however small.
     *
     * @param company whose
     * @return true: it has as much as the provider lets it have
     */
    public boolean full(CompanyId company) {
        return !fits(company, 1);
    }

    /**
     * Whether there is room for something more.
     *
     * @param company whose
     * @param bytes how much
     * @return true: it will not be more than the provider lets the company have
     */
    public boolean fits(CompanyId company, long bytes) {
        OptionalInt most = terms.of(company).limits().megabytes();
        return most.isEmpty() || used(company) + bytes <= most.getAsInt() * MEGABYTE;
    }
}
