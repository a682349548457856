@NullMarked
package org.sonnerie.pbx.certificates;

import org.jspecify.annotations.NullMarked;
