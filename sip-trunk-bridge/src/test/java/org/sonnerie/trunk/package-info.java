@NullMarked
package org.sonnerie.trunk;

import org.jspecify.annotations.NullMarked;
