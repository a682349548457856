/**
 * Backup and restore: all that a server keeps in one file, whichever database it came from, and
 * back into an empty server (ADR 26).
 */
@NullMarked
package org.sonnerie.pbx.backup;

import org.jspecify.annotations.NullMarked;
