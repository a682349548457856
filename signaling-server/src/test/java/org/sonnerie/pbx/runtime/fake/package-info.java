@NullMarked
package org.sonnerie.pbx.runtime.fake;

import org.jspecify.annotations.NullMarked;
