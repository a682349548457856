@NullMarked
package org.sonnerie.media.ogg;

import org.jspecify.annotations.NullMarked;
