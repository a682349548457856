package org.sonnerie.pbx.prompts;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A prompt is being taken away; told within the transaction.
 *
 * @param company whose
 * @param prompt which
 */
public record PromptRemoved(CompanyId company, OwnPrompt prompt) {}
