/** Sound that tells who speaks, and the comparer that tells who is heard. */
@NullMarked
package org.sonnerie.e2e.sound;

import org.jspecify.annotations.NullMarked;
