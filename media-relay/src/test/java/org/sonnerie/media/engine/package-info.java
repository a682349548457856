@NullMarked
package org.sonnerie.media.engine;

import org.jspecify.annotations.NullMarked;
