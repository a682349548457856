@NullMarked
package org.sonnerie.media.rtp;

import org.jspecify.annotations.NullMarked;
