@NullMarked
package org.sonnerie.pbx.fake;

import org.jspecify.annotations.NullMarked;
