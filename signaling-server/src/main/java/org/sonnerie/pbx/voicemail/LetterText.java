package org.sonnerie.pbx.voicemail;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands in a mail.
 *
 * @param subject one line
 * @param body plain text
 * @param sound the message; empty: its file is gone
 * @param fileName what the sound is called
 */
record LetterText(String subject, String body, Optional<Path> sound, String fileName) {}
