/** The demo company from outside: what issue by issue must be shown, each as a test. */
@NullMarked
package org.sonnerie.e2e;

import org.jspecify.annotations.NullMarked;
