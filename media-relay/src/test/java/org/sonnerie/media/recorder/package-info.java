@NullMarked
package org.sonnerie.media.recorder;

import org.jspecify.annotations.NullMarked;
