/** Tests of address books. */
@NullMarked
package org.sonnerie.pbx.contacts;

import org.jspecify.annotations.NullMarked;
