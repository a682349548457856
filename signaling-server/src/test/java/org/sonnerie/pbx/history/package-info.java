@NullMarked
package org.sonnerie.pbx.history;

import org.jspecify.annotations.NullMarked;
