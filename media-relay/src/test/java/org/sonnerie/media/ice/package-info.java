@NullMarked
package org.sonnerie.media.ice;

import org.jspecify.annotations.NullMarked;
