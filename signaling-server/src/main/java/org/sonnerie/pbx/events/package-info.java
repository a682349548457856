/**
 * What programs are told of a company: calls that ring, are answered and end, messages. Kept for a
 * few days, in order; webhooks deliver it, and streams read it.
 */
@NullMarked
package org.sonnerie.pbx.events;

import org.jspecify.annotations.NullMarked;
