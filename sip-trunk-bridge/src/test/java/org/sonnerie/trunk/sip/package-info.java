@NullMarked
package org.sonnerie.trunk.sip;

import org.jspecify.annotations.NullMarked;
