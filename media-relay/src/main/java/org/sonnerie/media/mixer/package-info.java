/**
 * The conference mix: who is heard, and what each hears without himself. Pure: no clock, no thread,
 * no codec; nothing allocated per frame.
 */
@NullMarked
package org.sonnerie.media.mixer;

import org.jspecify.annotations.NullMarked;
