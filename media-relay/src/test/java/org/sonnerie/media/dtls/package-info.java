@NullMarked
package org.sonnerie.media.dtls;

import org.jspecify.annotations.NullMarked;
