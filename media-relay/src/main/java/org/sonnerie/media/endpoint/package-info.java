/**
 * The media ends of legs: a browser (ICE, DTLS, SRTP) or a carrier (plain RTP), what each says and
 * what each hears, and the rooms they share. Everything here belongs to one media thread; time is
 * an argument; nothing blocks.
 */
@NullMarked
package org.sonnerie.media.endpoint;

import org.jspecify.annotations.NullMarked;
