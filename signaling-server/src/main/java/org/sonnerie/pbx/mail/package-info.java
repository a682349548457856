/** Hands mails to the company's mail server. */
@NullMarked
package org.sonnerie.pbx.mail;

import org.jspecify.annotations.NullMarked;
