/** The architecture's rules that hold in every module, seen failing on planted violations here. */
@NullMarked
package org.sonnerie.rules;

import org.jspecify.annotations.NullMarked;
