@NullMarked
package org.sonnerie.pbx.account;

import org.jspecify.annotations.NullMarked;
