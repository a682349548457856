@NullMarked
package org.sonnerie.pbx;

import org.jspecify.annotations.NullMarked;
