@NullMarked
package org.sonnerie.pbx.privacy;

import org.jspecify.annotations.NullMarked;
