/**
 * What the rest of Sonnerie sees of the SIP side: commands in, events out, all of them records that
 * a remote link can carry. SDP crosses as text and is not looked into. Depends on nothing.
 */
@NullMarked
package org.sonnerie.trunk.api;

import org.jspecify.annotations.NullMarked;
