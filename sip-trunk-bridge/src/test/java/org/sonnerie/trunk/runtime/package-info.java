@NullMarked
package org.sonnerie.trunk.runtime;

import org.jspecify.annotations.NullMarked;
