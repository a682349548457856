package org.sonnerie.pbx.prompts;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Prompts are being kept; told within the transaction.
 *
 * @param company whose
 * @param prompts which
 * @param pack whether they came in an archive
 */
public record PromptsAdded(CompanyId company, List<Added> prompts, boolean pack) {
    /** Copies the list. */
    public PromptsAdded {
        prompts = List.copyOf(prompts);
    }

    /**
     * One of them.
     *
     * @param before the one of that name until then; empty: none
     * @param now the new one
     */
    public record Added(Optional<OwnPrompt> before, OwnPrompt now) {}
}
