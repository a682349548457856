@NullMarked
package org.sonnerie.pbx.brand;

import org.jspecify.annotations.NullMarked;
