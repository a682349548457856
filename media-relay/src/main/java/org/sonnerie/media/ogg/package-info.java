/**
 * Ogg Opus files (RFC 3533, RFC 7845): packets in, pages out, and back. It sees octets, never a
 * file.
 */
@NullMarked
package org.sonnerie.media.ogg;

import org.jspecify.annotations.NullMarked;
