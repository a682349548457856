@NullMarked
package org.sonnerie.pbx.sounds;

import org.jspecify.annotations.NullMarked;
