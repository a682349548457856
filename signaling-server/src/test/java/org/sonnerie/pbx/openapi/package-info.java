/** Tests of the description of the REST interface. */
@NullMarked
package org.sonnerie.pbx.openapi;

import org.jspecify.annotations.NullMarked;
