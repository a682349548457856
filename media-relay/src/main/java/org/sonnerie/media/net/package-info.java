/**
 * UDP sockets, connections that carry packets (RFC 4571), the telling apart of what arrives on one
 * port (RFC 7983), and this machine's addresses. No threads of its own: the owner drains and sends.
 */
@NullMarked
package org.sonnerie.media.net;

import org.jspecify.annotations.NullMarked;
