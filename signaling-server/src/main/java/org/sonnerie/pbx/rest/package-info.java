/** The REST interface under {@code /api/v1} (docs/rest.md). */
@NullMarked
package org.sonnerie.pbx.rest;

import org.jspecify.annotations.NullMarked;
