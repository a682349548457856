package org.sonnerie.pbx.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that is kept on the server.
 *
 * @param path of the file
 * @param name the file's
 * @param octets how large it is
 * @param madeAt the moment of which it is, to the second
 */
public record KeptBackup(Path path, String name, long octets, Instant madeAt) {}
