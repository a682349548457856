/** The people of a company: who may sign in, and as what. */
@NullMarked
package org.sonnerie.pbx.people;

import org.jspecify.annotations.NullMarked;
