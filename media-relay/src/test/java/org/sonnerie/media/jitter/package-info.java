@NullMarked
package org.sonnerie.media.jitter;

import org.jspecify.annotations.NullMarked;
