package org.sonnerie.pbx.config;

/** The web server's sessions. */
public interface OpenSessions {
    /**
     * Ends one: whoever listens to sessions is told, before this returns.
     *
     * @param sessionId which; one that is over is fine
     */
    void end(String sessionId);
}
