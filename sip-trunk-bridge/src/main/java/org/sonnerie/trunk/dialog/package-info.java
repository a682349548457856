/**
 * Calls over a trunk: dialogs (RFC 3261 section 12), inbound and outbound INVITEs (section 13),
 * re-INVITE (section 14), BYE (section 15), CANCEL (section 9). Pure: time and randomness come in,
 * effects go out.
 */
@NullMarked
package org.sonnerie.trunk.dialog;

import org.jspecify.annotations.NullMarked;
