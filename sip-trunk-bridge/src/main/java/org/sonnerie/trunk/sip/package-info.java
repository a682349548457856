/**
 * SIP (RFC 3261) without input and output: messages, a strict parser with size limits, the writer,
 * the transactions of section 17 with RFC 6026, and digest. Time, randomness and addresses come in
 * as arguments.
 *
 * <p>Octets are held as text of one char each (ISO 8859-1), so that what came in can be mirrored
 * octet for octet; {@link org.sonnerie.trunk.sip.SipText} turns them into readable text and back.
 */
@NullMarked
package org.sonnerie.trunk.sip;

import org.jspecify.annotations.NullMarked;
