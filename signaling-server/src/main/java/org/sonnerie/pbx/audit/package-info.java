/**
 * Who changed what, when and from where. Listens to what the features say of themselves; none of
 * them knows of it.
 */
@NullMarked
package org.sonnerie.pbx.audit;

import org.jspecify.annotations.NullMarked;
