@NullMarked
package org.sonnerie.pbx.plan;

import org.jspecify.annotations.NullMarked;
