@NullMarked
package org.sonnerie.rules;

import org.jspecify.annotations.NullMarked;
