package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.plan.CompanyId;

/** What the provider lets a company do with calls. Thread safe, never blocks: each call asks. */
public interface CallTerms {
    /** Everything. */
    CallTerms FREE =
            new CallTerms() {
                @Override
                public int mostCalls(CompanyId company) {
                    return Integer.MAX_VALUE;
                }

                @Override
                public boolean suspended(CompanyId company) {
                    return false;
                }
            };

    /**
     * How many calls a company may have at once.
     *
     * @param company which
     * @return 0 or more
     */
    int mostCalls(CompanyId company);

    /**
     * Whether a company can have no calls at all, but for emergency calls.
     *
     * @param company which
     * @return true: it is suspended
     */
    boolean suspended(CompanyId company);
}
