/**
 * Runs calls: one mailbox and one virtual thread per call, the event log, and the loop that
 * performs effects. Phones, the media relay and the trunks are reached through the ports declared
 * here.
 */
@NullMarked
package org.sonnerie.pbx.runtime;

import org.jspecify.annotations.NullMarked;
