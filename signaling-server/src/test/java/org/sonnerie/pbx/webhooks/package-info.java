@NullMarked
package org.sonnerie.pbx.webhooks;

import org.jspecify.annotations.NullMarked;
