@NullMarked
package org.sonnerie.media.srtp;

import org.jspecify.annotations.NullMarked;
