/** The certificates of HTTPS: what the provider uploads, and what is fetched by ACME. */
@NullMarked
package org.sonnerie.pbx.certificates;

import org.jspecify.annotations.NullMarked;
