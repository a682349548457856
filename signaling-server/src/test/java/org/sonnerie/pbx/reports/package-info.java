@NullMarked
package org.sonnerie.pbx.reports;

import org.jspecify.annotations.NullMarked;
