@NullMarked
package org.sonnerie.pbx.security;

import org.jspecify.annotations.NullMarked;
