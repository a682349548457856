@NullMarked
package org.sonnerie.media.net;

import org.jspecify.annotations.NullMarked;
