/** Describes the REST interface to programs (OpenAPI 3.1), as its controllers are. */
@NullMarked
package org.sonnerie.pbx.openapi;

import org.jspecify.annotations.NullMarked;
