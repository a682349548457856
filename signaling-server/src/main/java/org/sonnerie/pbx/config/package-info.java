/**
 * Settings, ports and folders: one typed set of properties, the embedded web server, the database,
 * and what is printed when all is ready.
 */
@NullMarked
package org.sonnerie.pbx.config;

import org.jspecify.annotations.NullMarked;
