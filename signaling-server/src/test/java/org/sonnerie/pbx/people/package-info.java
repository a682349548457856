@NullMarked
package org.sonnerie.pbx.people;

import org.jspecify.annotations.NullMarked;
