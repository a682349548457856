@NullMarked
package org.sonnerie.media.peer;

import org.jspecify.annotations.NullMarked;
