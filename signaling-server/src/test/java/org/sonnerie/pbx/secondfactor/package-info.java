@NullMarked
package org.sonnerie.pbx.secondfactor;

import org.jspecify.annotations.NullMarked;
