@NullMarked
package org.sonnerie.pbx.call;

import org.jspecify.annotations.NullMarked;
