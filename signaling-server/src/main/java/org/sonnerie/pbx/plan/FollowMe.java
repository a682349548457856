package org.sonnerie.pbx.plan;

/**
 * A person's other phone, outside, that is rung too. Whoever answers there must accept the call, so
 * that no answering machine takes it.
 *
 * @param number as it might be dialled on a phone of the company
 * @param afterSeconds how long his own phone rings before
 */
public record FollowMe(String number, int afterSeconds) {}
