/**
 * DTLS 1.2 for SRTP keys (RFC 5764), both roles, one virtual thread per association. The only
 * package of the relay that sees Bouncy Castle.
 */
@NullMarked
package org.sonnerie.media.dtls;

import org.jspecify.annotations.NullMarked;
