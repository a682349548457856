/** Makes recordings into files that other programs read. */
@NullMarked
package org.sonnerie.media.exporter;

import org.jspecify.annotations.NullMarked;
