/**
 * The recordings of calls and conferences: their files, what is known of each, who may hear them
 * and who did, and for how long they are kept.
 */
@NullMarked
package org.sonnerie.pbx.recording;

import org.jspecify.annotations.NullMarked;
