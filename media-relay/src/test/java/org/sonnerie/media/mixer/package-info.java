@NullMarked
package org.sonnerie.media.mixer;

import org.jspecify.annotations.NullMarked;
