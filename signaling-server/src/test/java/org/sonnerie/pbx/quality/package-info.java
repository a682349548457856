@NullMarked
package org.sonnerie.pbx.quality;

import org.jspecify.annotations.NullMarked;
