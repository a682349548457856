/**
 * ICE-lite (RFC 8445) without sockets, clock or threads: datagrams and times in, replies and the
 * selected pair out. The only package that sees ice4j, of which it uses the STUN codec alone.
 */
@NullMarked
package org.sonnerie.media.ice;

import org.jspecify.annotations.NullMarked;
