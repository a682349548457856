package org.sonnerie.pbx.backup;

import java.time.Instant;
import java.util.Objects;

/**
 * What a backup says of itself: the first line of its list of parts ({@value #NAME}), whose others
 * are {@link Part}s and, at the end, a {@link Total}. Each line is a JSON object.
 *
 * @param format 1
 * @param version of the Sonnerie that made it
 * @param schema the newest migration of its tables, such as {@code 33.1}
 * @param madeAt the moment of which it is
 * @param keys whether the keys are in it, sealed
 */
record Manifest(int format, String version, String schema, Instant madeAt, boolean keys) {
    /** The part that lists the others, the last one. */
    static final String NAME = "manifest.jsonl";

    /** What can be read here. */
    static final int FORMAT = 1;

    /** The keys, sealed with the passphrase. */
    static final String KEYS = "keys.sealed";

    /** What the names of the parts with rows begin with; the table's name and {@link #ROWS}. */
    static final String TABLES = "tables/";

    /** What the names of the parts with rows end with. */
    static final String ROWS = ".jsonl";

    /** What the names of the parts that are files begin with; the place in the data folder. */
    static final String FILES = "files/";

    Manifest {
        Objects.requireNonNull(version);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(madeAt);
    }

    /**
     * A part.
     *
     * @param part its name in the archive
     * @param octets how long it is, unpacked
     * @param sha256 of all of it, in hexadecimal digits
     * @param rows how many it has; 0 for files
     */
    record Part(String part, long octets, String sha256, long rows) {
        Part {
            Objects.requireNonNull(part);
            Objects.requireNonNull(sha256);
        }
    }

    /**
     * Of all parts.
     *
     * @param parts how many
     * @param files how many of them are files
     * @param rows how many
     * @param octets how long they are together, unpacked
     */
    record Total(long parts, long files, long rows, long octets) {
        /** Before any part. */
        static final Total NOTHING = new Total(0, 0, 0, 0);

        Total and(Part part) {
            return new Total(
                    parts + 1,
                    files + (part.part().startsWith(FILES) ? 1 : 0),
                    rows + part.rows(),
                    octets + part.octets());
        }
    }
}
