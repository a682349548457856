/**
 * A company's own log-in: its people are signed in by its identity provider (OpenID Connect Core
 * 1.0, authorization code with PKCE) instead of by a password here.
 */
@NullMarked
package org.sonnerie.pbx.signon;

import org.jspecify.annotations.NullMarked;
