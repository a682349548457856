/** A company's own log-in, against an identity provider of the tests' own. */
@NullMarked
package org.sonnerie.pbx.signon;

import org.jspecify.annotations.NullMarked;
