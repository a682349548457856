/** Prompts that companies record or upload themselves. */
@NullMarked
package org.sonnerie.pbx.prompts;

import org.jspecify.annotations.NullMarked;
