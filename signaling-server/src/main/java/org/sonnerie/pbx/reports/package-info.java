/**
 * How many calls there were, how long callers waited, and how people, queues and carriers fared.
 * Counted call by call as records are made ({@code docs/reports.md} says what each figure is), so
 * that a page costs the same however many records there are.
 */
@NullMarked
package org.sonnerie.pbx.reports;

import org.jspecify.annotations.NullMarked;
