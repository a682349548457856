package org.sonnerie.pbx.passkeys;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * Somebody has one passkey more or less.
 *
 * @param company whose person
 * @param label as he calls it
 * @param added true: he registered it; false: he took it away, told within the transaction
 */
public record PasskeyChanged(CompanyId company, String label, boolean added) {}
