/** The certificate that HTTPS shows until one is configured. */
@NullMarked
package org.sonnerie.pbx.config.tls;

import org.jspecify.annotations.NullMarked;
