package org.sonnerie.pbx.events;

/**
 * An event is being written; told within the transaction.
 *
 * @param event which, with its number
 */
public record EventWritten(CompanyEvent event) {}
