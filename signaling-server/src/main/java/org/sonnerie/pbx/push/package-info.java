/**
 * Web Push: waking a browser whose pages sleep or are closed, so that a call can ring there.
 * Messages are sealed for that browser alone (RFC 8291) and signed with this server's key (RFC
 * 8292).
 */
@NullMarked
package org.sonnerie.pbx.push;

import org.jspecify.annotations.NullMarked;
