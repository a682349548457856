/** Seals all secrets in the database anew when their keys are changed. */
@NullMarked
package org.sonnerie.pbx.sealing;

import org.jspecify.annotations.NullMarked;
