@NullMarked
package org.sonnerie.trunk.routing;

import org.jspecify.annotations.NullMarked;
