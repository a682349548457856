@NullMarked
package org.sonnerie.rules.planted;

import org.jspecify.annotations.NullMarked;
