@NullMarked
package org.sonnerie.trunk.dialog;

import org.jspecify.annotations.NullMarked;
