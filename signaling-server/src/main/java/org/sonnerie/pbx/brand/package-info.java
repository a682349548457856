/** What a company's people see of their company before they sign in: its address and its logo. */
@NullMarked
package org.sonnerie.pbx.brand;

import org.jspecify.annotations.NullMarked;
