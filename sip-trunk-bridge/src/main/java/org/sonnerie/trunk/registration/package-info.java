/**
 * Whether a trunk stands: the REGISTER client (RFC 3261 section 10.2) for accounts, OPTIONS
 * (section 11) for trunks known by their address. Pure.
 */
@NullMarked
package org.sonnerie.trunk.registration;

import org.jspecify.annotations.NullMarked;
