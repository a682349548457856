@NullMarked
package org.sonnerie.trunk.registration;

import org.jspecify.annotations.NullMarked;
