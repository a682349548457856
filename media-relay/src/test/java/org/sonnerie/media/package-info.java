@NullMarked
package org.sonnerie.media;

import org.jspecify.annotations.NullMarked;
