/** People at computers with Firefox, driven by WebDriver BiDi; their sound goes by real devices. */
@NullMarked
package org.sonnerie.e2e.firefox;

import org.jspecify.annotations.NullMarked;
