@NullMarked
package org.sonnerie.pbx.admin;

import org.jspecify.annotations.NullMarked;
