/**
 * The adapter between the calls and the media relay: the runtime's {@code Media} port in the words
 * of {@code media.api}.
 */
@NullMarked
package org.sonnerie.pbx.relay;

import org.jspecify.annotations.NullMarked;
