package org.sonnerie.media.sdp;

/**
 * An {@code a=} line.
 *
 * @param name before the colon
 * @param content after it, empty for a property attribute
 */
public record SdpAttribute(String name, String content) {}
