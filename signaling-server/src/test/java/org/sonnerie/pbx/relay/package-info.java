@NullMarked
package org.sonnerie.pbx.relay;

import org.jspecify.annotations.NullMarked;
