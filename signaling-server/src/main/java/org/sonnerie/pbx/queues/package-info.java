/** Agents and their duty: who serves the queues now, and how the queues stand. */
@NullMarked
package org.sonnerie.pbx.queues;

import org.jspecify.annotations.NullMarked;
