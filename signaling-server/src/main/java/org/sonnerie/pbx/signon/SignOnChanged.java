package org.sonnerie.pbx.signon;

import java.util.Optional;

/**
 * A company's own log-in was set or taken away.
 *
 * @param before empty: there was none
 * @param now empty: there is none any more
 */
public record SignOnChanged(Optional<SignOn> before, Optional<SignOn> now) {}
