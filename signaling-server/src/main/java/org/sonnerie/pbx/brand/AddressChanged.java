package org.sonnerie.pbx.brand;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company is reached elsewhere.
 *
 * @param company which
 * @param before where it was
 * @param now where it is
 */
public record AddressChanged(CompanyId company, Brand.Address before, Brand.Address now) {}
