@NullMarked
package org.sonnerie.media.endpoint;

import org.jspecify.annotations.NullMarked;
