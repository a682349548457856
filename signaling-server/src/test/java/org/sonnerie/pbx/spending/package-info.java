@NullMarked
package org.sonnerie.pbx.spending;

import org.jspecify.annotations.NullMarked;
