package org.sonnerie.pbx.security;

/**
 * A session is over: signed out or expired. What was opened with it closes.
 *
 * @param sessionId which
 */
public record SessionOver(String sessionId) {}
