/**
 * Chromium as it is when nobody holds its pages awake: the usual driver tells each page that it is
 * in front, and what is in front is never frozen.
 */
@NullMarked
package org.sonnerie.e2e.chromium;

import org.jspecify.annotations.NullMarked;
