/** Carriers on loopback: one of our own for sound and digits, and sipp and baresip as strangers. */
@NullMarked
package org.sonnerie.e2e.carrier;

import org.jspecify.annotations.NullMarked;
