@NullMarked
package org.sonnerie.pbx.config.tls;

import org.jspecify.annotations.NullMarked;
