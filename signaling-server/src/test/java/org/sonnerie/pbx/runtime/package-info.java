@NullMarked
package org.sonnerie.pbx.runtime;

import org.jspecify.annotations.NullMarked;
