/**
 * How people are reached by their own rules, set on their own pages, over what the company's plan
 * says. Each change is kept, and a call goes by the state of its beginning.
 */
@NullMarked
package org.sonnerie.pbx.reach;

import org.jspecify.annotations.NullMarked;
