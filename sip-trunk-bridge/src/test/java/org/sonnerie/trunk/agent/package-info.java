@NullMarked
package org.sonnerie.trunk.agent;

import org.jspecify.annotations.NullMarked;
