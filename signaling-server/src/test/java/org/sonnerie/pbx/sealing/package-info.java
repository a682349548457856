/** Tests of sealing anew. */
@NullMarked
package org.sonnerie.pbx.sealing;

import org.jspecify.annotations.NullMarked;
