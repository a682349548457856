/** The application: signalling, call control, web pages and data. */
@NullMarked
package org.sonnerie.pbx;

import org.jspecify.annotations.NullMarked;
