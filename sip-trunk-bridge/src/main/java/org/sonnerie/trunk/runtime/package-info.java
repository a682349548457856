/**
 * Threads, sockets and the clock of the SIP side. Everything that decides stands in the pure
 * packages; here it is only carried out.
 */
@NullMarked
package org.sonnerie.trunk.runtime;

import org.jspecify.annotations.NullMarked;
