/** A second opinion on SIP: JAIN-SIP, another implementation, seen only here and only by tests. */
@NullMarked
package org.sonnerie.trunk.jain;

import org.jspecify.annotations.NullMarked;
