package org.sonnerie.pbx.brand;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company has another logo.
 *
 * @param company which
 * @param there false: it has none any more
 */
public record LogoChanged(CompanyId company, boolean there) {}
