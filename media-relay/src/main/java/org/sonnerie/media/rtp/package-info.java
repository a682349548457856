/**
 * RTP and RTCP on the wire (RFC 3550), the audio level extension (RFC 6464) and telephone-events
 * (RFC 4733). Views over byte arrays, pure: no clock, thread, I/O or allocation per packet.
 */
@NullMarked
package org.sonnerie.media.rtp;

import org.jspecify.annotations.NullMarked;
