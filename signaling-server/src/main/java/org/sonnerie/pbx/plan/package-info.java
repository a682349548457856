/**
 * The company plan: one published, numbered version of a company's numbers, people, menus, groups,
 * rooms and dialling rules, immutable; and the reading of what somebody dials against it. Pure: JDK
 * only.
 */
@NullMarked
package org.sonnerie.pbx.plan;

import org.jspecify.annotations.NullMarked;
