/** Each person's own address book: read and changed on his page, seen by nobody else. */
@NullMarked
package org.sonnerie.pbx.contacts;

import org.jspecify.annotations.NullMarked;
