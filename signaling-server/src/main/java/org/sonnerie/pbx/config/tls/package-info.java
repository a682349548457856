/** The certificate that HTTPS shows until there is another, and the keys of others. */
@NullMarked
package org.sonnerie.pbx.config.tls;

import org.jspecify.annotations.NullMarked;
