@NullMarked
package org.sonnerie.pbx.backup;

import org.jspecify.annotations.NullMarked;
