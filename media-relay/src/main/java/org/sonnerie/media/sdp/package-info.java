/**
 * Session descriptions (RFC 8866): reading what browsers (RFC 9429) and carriers (RFC 3264) offer
 * and answer, writing our side. Pure; what is malformed becomes a {@link
 * org.sonnerie.media.sdp.SdpResult.Refused}, never an exception.
 */
@NullMarked
package org.sonnerie.media.sdp;

import org.jspecify.annotations.NullMarked;
