package org.sonnerie.trunk.dialog;

import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.Tokens;

/**
 * What a leg needs to know besides its messages.
 *
 * @param call its name
 * @param trunk what carries it
 * @param own our address
 * @param tokens for tags and branches
 */
public record LegContext(TrunkCallId call, Trunk trunk, OwnAddress own, Tokens tokens) {}
