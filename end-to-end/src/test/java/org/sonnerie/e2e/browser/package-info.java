/** Real browsers: one process for each person, with the person's voice as its microphone. */
@NullMarked
package org.sonnerie.e2e.browser;

import org.jspecify.annotations.NullMarked;
