package org.sonnerie.pbx.parts;

import tools.jackson.databind.node.ObjectNode;

/**
 * A part as programs read and write it.
 *
 * @param id which
 * @param tag changes with any of its members
 * @param content the members of its form, nested as in the plan document
 */
public record PartRecord(String id, String tag, ObjectNode content) {}
