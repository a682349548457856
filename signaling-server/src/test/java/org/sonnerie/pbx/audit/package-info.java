/** Tests of the audit log. */
@NullMarked
package org.sonnerie.pbx.audit;

import org.jspecify.annotations.NullMarked;
