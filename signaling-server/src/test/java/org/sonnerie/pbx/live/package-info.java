@NullMarked
package org.sonnerie.pbx.live;

import org.jspecify.annotations.NullMarked;
