@NullMarked
package org.sonnerie.pbx.mail;

import org.jspecify.annotations.NullMarked;
