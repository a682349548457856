@NullMarked
package org.sonnerie.pbx.prompts;

import org.jspecify.annotations.NullMarked;
