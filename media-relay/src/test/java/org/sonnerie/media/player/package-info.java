@NullMarked
package org.sonnerie.media.player;

import org.jspecify.annotations.NullMarked;
