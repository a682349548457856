@NullMarked
package org.sonnerie.media.exporter;

import org.jspecify.annotations.NullMarked;
