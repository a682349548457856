@NullMarked
package org.sonnerie.pbx.rest;

import org.jspecify.annotations.NullMarked;
