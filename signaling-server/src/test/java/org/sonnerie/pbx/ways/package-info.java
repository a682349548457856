@NullMarked
package org.sonnerie.pbx.ways;

import org.jspecify.annotations.NullMarked;
