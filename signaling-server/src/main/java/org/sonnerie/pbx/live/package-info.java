/** What goes on in a company now: its calls and its queues, as pages show them and keep showing. */
@NullMarked
package org.sonnerie.pbx.live;

import org.jspecify.annotations.NullMarked;
