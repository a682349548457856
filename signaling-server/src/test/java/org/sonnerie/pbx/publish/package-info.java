@NullMarked
package org.sonnerie.pbx.publish;

import org.jspecify.annotations.NullMarked;
