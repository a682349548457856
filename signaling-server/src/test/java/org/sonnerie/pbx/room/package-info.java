@NullMarked
package org.sonnerie.pbx.room;

import org.jspecify.annotations.NullMarked;
