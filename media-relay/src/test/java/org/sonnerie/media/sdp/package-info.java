@NullMarked
package org.sonnerie.media.sdp;

import org.jspecify.annotations.NullMarked;
