package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Destination;

/**
 * A message in a mailbox.
 *
 * @param id which
 * @param heard it has been heard before
 * @param callBack where its caller is reached
 */
public record WaitingMessage(MessageId id, boolean heard, Destination callBack) {}
