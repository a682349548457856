package org.sonnerie.pbx.company;

/**
 * A company is added; told within the transaction.
 *
 * @param company the new one
 */
public record CompanyAdded(Company company) {}
