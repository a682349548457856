/** A second proof beside the password: codes of an app on one's telephone (RFC 6238). */
@NullMarked
package org.sonnerie.pbx.secondfactor;

import org.jspecify.annotations.NullMarked;
