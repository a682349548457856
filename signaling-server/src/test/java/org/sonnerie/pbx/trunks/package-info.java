@NullMarked
package org.sonnerie.pbx.trunks;

import org.jspecify.annotations.NullMarked;
