/** Signing in without a password, by what one's device or security key signs (WebAuthn level 3). */
@NullMarked
package org.sonnerie.pbx.passkeys;

import org.jspecify.annotations.NullMarked;
