@NullMarked
package org.sonnerie.pbx.signaling;

import org.jspecify.annotations.NullMarked;
