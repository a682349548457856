@NullMarked
package org.sonnerie.media.sealing;

import org.jspecify.annotations.NullMarked;
