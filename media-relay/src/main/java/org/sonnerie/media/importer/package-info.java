/** Makes what somebody recorded elsewhere into a sound of the relay's own kind. */
@NullMarked
package org.sonnerie.media.importer;

import org.jspecify.annotations.NullMarked;
