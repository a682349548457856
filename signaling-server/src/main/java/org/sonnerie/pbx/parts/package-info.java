/**
 * The parts a company's plan consists of (people, ring groups, menus, trunks, …), each described
 * once by its fields: what a form shows, how what was typed is read, where it stands in the plan
 * document, and what uses it. A saved form changes the fields that were changed in it and no
 * others.
 */
@NullMarked
package org.sonnerie.pbx.parts;

import org.jspecify.annotations.NullMarked;
