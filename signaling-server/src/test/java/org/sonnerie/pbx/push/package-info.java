@NullMarked
package org.sonnerie.pbx.push;

import org.jspecify.annotations.NullMarked;
