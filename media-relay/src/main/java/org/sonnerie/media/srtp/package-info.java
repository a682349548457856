/**
 * SRTP and SRTCP (RFC 3711, RFC 7714) of one endpoint, in place in the packet's own buffer. The
 * only package that sees jitsi-srtp.
 */
@NullMarked
package org.sonnerie.media.srtp;

import org.jspecify.annotations.NullMarked;
