/**
 * Mailboxes: what callers leave when nobody answers, kept on the disk and shown to their owners.
 */
@NullMarked
package org.sonnerie.pbx.voicemail;

import org.jspecify.annotations.NullMarked;
