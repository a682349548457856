@NullMarked
package org.sonnerie.trunk.fake;

import org.jspecify.annotations.NullMarked;
