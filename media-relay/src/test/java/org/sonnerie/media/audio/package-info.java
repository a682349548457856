@NullMarked
package org.sonnerie.media.audio;

import org.jspecify.annotations.NullMarked;
