@NullMarked
package org.sonnerie.trunk.transport;

import org.jspecify.annotations.NullMarked;
