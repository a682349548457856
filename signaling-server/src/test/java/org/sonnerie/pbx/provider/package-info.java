@NullMarked
package org.sonnerie.pbx.provider;

import org.jspecify.annotations.NullMarked;
