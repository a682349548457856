@NullMarked
package org.sonnerie.pbx.events;

import org.jspecify.annotations.NullMarked;
