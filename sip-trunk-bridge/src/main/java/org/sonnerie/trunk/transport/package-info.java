/**
 * How SIP messages travel (RFC 3261 section 18): cutting a stream into messages, who may send, the
 * sockets. Blocks where sockets block; threads are lent by the runtime.
 */
@NullMarked
package org.sonnerie.trunk.transport;

import org.jspecify.annotations.NullMarked;
