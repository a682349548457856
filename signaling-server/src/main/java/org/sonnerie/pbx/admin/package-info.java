/** Pages for those who look after a company, and the first start. */
@NullMarked
package org.sonnerie.pbx.admin;

import org.jspecify.annotations.NullMarked;
