package org.sonnerie.pbx.spending;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * The provider has another price list; told within the transaction.
 *
 * @param provider his company
 * @param before as it was
 * @param after as it is
 */
public record PricesChanged(CompanyId provider, PriceList before, PriceList after) {}
