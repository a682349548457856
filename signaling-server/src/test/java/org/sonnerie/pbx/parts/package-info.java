@NullMarked
package org.sonnerie.pbx.parts;

import org.jspecify.annotations.NullMarked;
