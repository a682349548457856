/**
 * Turns a company's data into the published, numbered plan its calls follow, and keeps every
 * version. The plan's JSON document is described in docs/plan-document.md.
 */
@NullMarked
package org.sonnerie.pbx.publish;

import org.jspecify.annotations.NullMarked;
