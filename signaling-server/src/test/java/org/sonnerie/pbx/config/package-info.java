@NullMarked
package org.sonnerie.pbx.config;

import org.jspecify.annotations.NullMarked;
