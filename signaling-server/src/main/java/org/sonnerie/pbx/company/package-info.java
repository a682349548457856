/** The companies (tenants) that this system serves. */
@NullMarked
package org.sonnerie.pbx.company;

import org.jspecify.annotations.NullMarked;
