/**
 * Whether a person's phone works: what his page found out about microphone, speaker and path to the
 * relay when he last had it checked.
 */
@NullMarked
package org.sonnerie.pbx.readiness;

import org.jspecify.annotations.NullMarked;
