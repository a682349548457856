@NullMarked
package org.sonnerie.media.codec;

import org.jspecify.annotations.NullMarked;
